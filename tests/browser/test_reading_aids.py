"""Small helps while reading: where one is in a long page, and the address of the page."""


def test_the_contents_of_a_long_page_mark_where_the_reader_is(real, open_site, scheme: str):
    page = open_site(real, "en/paper/index.html", scheme).page
    current = ".contents a[aria-current=location]"

    assert page.locator(current).count() == 0
    page.evaluate("document.getElementById('space-for-reform-ideas').scrollIntoView()")
    page.wait_for_selector(f"{current}[href='#space-for-reform-ideas']")
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_selector(current, state="detached")


def test_the_address_of_a_page_can_be_copied(real, open_site, scheme: str):
    visit = open_site(real, "en/glossary.html", scheme)
    page = visit.page

    page.get_by_role("button", name="Copy the address of this page").click()

    done = page.locator("[data-copy-address] [role=status]")
    page.wait_for_function("document.querySelector('[data-copy-address] [role=status]').textContent")
    assert done.text_content() == "Copied. Whoever uses this device can paste it."
    assert visit.messages == []


def test_the_copied_address_is_that_of_the_page_without_its_place(real, open_site, scheme: str):
    page = open_site(real, "en/glossary.html#ost", scheme).page
    page.evaluate("""() => {
        window.copied = [];
        document.addEventListener("copy", () => window.copied.push(getSelection().toString()
            || document.activeElement.value));
        Object.defineProperty(navigator, "clipboard", {value: undefined});
    }""")

    page.get_by_role("button", name="Copy the address of this page").click()

    assert page.evaluate("window.copied") == [page.url.partition("#")[0]]
