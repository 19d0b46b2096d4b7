"""Published form: the headers, as hosts and web servers want to read them."""

import re
from collections.abc import Iterable, Iterator

from whrin_site.model import addresses
from whrin_site.model.headers import (
    FRAMES,
    HEADERS,
    IMAGES,
    POLICY,
    SCRIPTS,
    STRICT_TRANSPORT,
    STYLES,
    policy,
)
from whrin_site.render.inlined import Inlined
from whrin_site.render.press import File

_WHOLE = f"{POLICY}; {FRAMES}"
_ALONE = f"{addresses.EDITIONS}[^/]*|{re.escape(addresses.NOT_FOUND)}"
_HSTS_NAME, _HSTS = STRICT_TRANSPORT

_NGINX = """\
# nginx: a site for /etc/nginx/sites-available/. Change server_name and root; python3 build.py headers nginx
# prints this file. Without logs nobody can be made to hand them over.

# What readers take along and the page for lost readers load nothing, and bring policies of their own.
map $uri $reading_policy {{
    default "{whole}";
    ~/({alone})$ "{frames}";
}}

server {{
    listen 80;
    listen [::]:80;
    server_name directory.example.org;
    root "/var/www/directory";
    index index.html;
    charset utf-8;
    server_tokens off;
    access_log off;
    error_log /var/log/nginx/error.log crit;

    gzip on;
    gzip_vary on;
    gzip_types text/css text/javascript application/javascript application/json application/xml
        application/atom+xml image/svg+xml text/xml text/plain;

    # Its links lead to base_url in content/site.yaml; without one, to the root of this server.
    error_page 404 /{lost};

    add_header Content-Security-Policy $reading_policy always;
{headers}

    # Once https works, and is to stay; nobody can take this back for two years:
    # add_header {hsts_name} "{hsts}" always;

    # What the program and the host keep for themselves.
    location ~ /[._](?!well-known/) {{
        return 404;
    }}
}}
"""

_APACHE = """\
# Apache 2.4: save as .htaccess in the folder of the site, which needs AllowOverride All and mod_headers;
# python3 build.py headers apache prints this file.
Options -Indexes -MultiViews
DirectoryIndex index.html
AddDefaultCharset utf-8
FileETag None
ServerSignature Off

# Pages are read, and nothing is sent.
<LimitExcept GET HEAD>
    Require all denied
</LimitExcept>

# Its links lead to base_url in content/site.yaml; without one, to the root of this server.
ErrorDocument 404 /{lost}

Header always set Content-Security-Policy "{whole}"
# What readers take along and the page for lost readers load nothing, and bring policies of their own.
<If "%{{REQUEST_URI}} =~ m#/({alone})$#">
    Header always set Content-Security-Policy "{frames}"
</If>
{headers}

# Once https works, and is to stay; nobody can take this back for two years:
# Header always set {hsts_name} "{hsts}"

# What the program and the host keep for themselves.
RedirectMatch 404 "/[._](?!well-known/)"
"""


def render(languages: Iterable[str], lost: Inlined) -> Iterator[File]:
    """Yield the file `_headers`, which Netlify and Cloudflare Pages obey.

    They show the page for lost readers, with what it carries inside, under any address.
    """
    whole = policy(f"{SCRIPTS} {lost.script_source}", f"{STYLES} {lost.style_source}", f"{IMAGES} data:")
    lines = ["/*", *_rules({"Content-Security-Policy": FRAMES, **HEADERS})]
    # Policies add up, and what readers take along brings its own: so it is left out of the stricter one.
    pages = (addresses.ROOT, addresses.LEAVE)
    for path in ("/", *(f"/{page}" for page in pages), *(f"/{language}/*" for language in languages)):
        lines += [path, *_rules({"Content-Security-Policy": whole})]
    yield addresses.HEADERS, ("\n".join(lines) + "\n").encode()


def nginx() -> str:
    """Return an example of the settings of nginx."""
    return _filled(_NGINX, (f'    add_header {name} "{value}" always;' for name, value in HEADERS.items()))


def apache() -> str:
    """Return an example of the settings of Apache."""
    return _filled(_APACHE, (f'Header always set {name} "{value}"' for name, value in HEADERS.items()))


def _rules(headers: dict[str, str]) -> Iterator[str]:
    return (f"  {name}: {value}" for name, value in headers.items())


def _filled(text: str, headers: Iterable[str]) -> str:
    return text.format(
        whole=_WHOLE,
        frames=FRAMES,
        alone=_ALONE,
        lost=addresses.NOT_FOUND,
        headers="\n".join(headers),
        hsts_name=_HSTS_NAME,
        hsts=_HSTS,
    )
