//! The host interface: state, address, frame, faults of our own.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::everywhere;
use crate::Case;
use crate::input::TAB;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("a_link_that_was_copied_in_the_calculator_opens_there", leads),
    everywhere("a_state_is_read_and_set_by_a_property", property),
    everywhere("a_state_in_the_address_is_shown", addressed),
    everywhere("a_state_in_the_address_may_name_one_of_several_widgets", named),
    everywhere("the_address_follows_the_reader_and_the_way_back_leads_back", back),
    everywhere("a_frame_carries_state_choices_and_answers", bridged),
    everywhere("messages_of_strangers_change_nothing", strangers),
    everywhere("after_a_fault_every_widget_comes_back_with_its_state", fault),
    everywhere("after_a_second_fault_the_children_stand", faults),
    everywhere("a_thousand_mounts_leave_the_memory_level", memory),
    everywhere("hostile_stories_run_nothing", hostile),
];

/// A choice that no story opens with.
const STATE: &str = "1;y=1990;as=difference";

pub(super) fn go(page: &Page, path: &str) -> Result<()> {
    let address = format!("{}/{path}", page.newsroom.site.origin());
    Ok(page.wait(page.handle().goto(address))?)
}

fn property(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js(&format!("widget.state = '{STATE}'"))?;
    page.until("widget.state.includes('y=1990') && widget.state.includes('as=difference')")?;
    page.until(
        "record.events.some(({ name, detail }) => name === 'change' && detail.state.compare.when === '1990' && \
           detail.link.includes('y=1990') && detail.sentence.includes('1990'))",
    )?;
    // A choice that has no name in the story format is a change, too.
    page.js("widget.state = '1;m=whatif'")?;
    page.until("record.events.some((e) => e.name === 'change' && e.detail.link.includes('m=whatif'))")
}

fn addressed(page: &Page) -> Result<()> {
    go(page, &format!("plain/#ll={STATE}"))?;
    page.settled()?;
    page.until("widget.state.includes('y=1990')")?;
    page.js("location.hash = 'll=1;y=1995'")?;
    page.until("widget.state.includes('y=1995')")
}

/// A link that was copied in the calculator leads there, any other to the head of the widget.
fn leads(page: &Page) -> Result<()> {
    let top = |part: &str| format!("Math.abs({part}.getBoundingClientRect().top) < 60");
    go(page, "plain/#ll=1;y=1990")?;
    page.settled()?;
    page.until(&format!("{} || scrollY === 0", top("widget")))?;
    page.js("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined }); \
         const own = [...widget.shadowRoot.querySelectorAll('[part=calculator] button')]; \
         own.find((e) => e.textContent === 'Copy link').click()")?;
    page.find("textbox", "The text to copy")?;
    let copied = page.js("return widget.shadowRoot.querySelector('textarea').value")?;
    let state = copied.as_str().unwrap_or_default().rsplit('#').next().unwrap_or_default().to_owned();
    go(page, "coep/")?;
    go(page, &format!("plain/#{state}"))?;
    page.settled()?;
    page.until(&top("widget.shadowRoot.querySelector('[part=calculator]')"))
}

fn named(page: &Page) -> Result<()> {
    go(page, "several/#ll.second=1;y=1990&ll.dprk-russia=1;y=1999")?;
    page.settled()?;
    page.until("document.getElementById('second').state.includes('y=1990')")?;
    page.until("document.getElementById('first').state.includes('y=1999')")
}

fn back(page: &Page) -> Result<()> {
    page.open("plain")?;
    // Chromium goes back past what a page put into its history before anybody had touched it.
    page.press(TAB)?;
    page.js("widget.setAttribute('link', 'hash'); history.replaceState(null, '', '#part')")?;
    page.js_async("await widget.select({ year: 1990 })")?;
    page.until("location.hash.startsWith('#part&ll=1;') && location.hash.includes('y=1990')")?;
    // Choices within a second are one step.
    page.js_async("await new Promise((done) => setTimeout(done, 1200)); await widget.select({ year: 1999 })")?;
    page.until("location.hash.includes('y=1999')")?;
    page.back()?;
    page.until("widget.state.includes('y=1990') && location.hash.includes('y=1990')")?;
    page.back()?;
    page.until("location.hash === '#part' && !widget.state.includes('y=1990')")
}

fn bridged(page: &Page) -> Result<()> {
    go(page, &format!("iframe-mode/#ll={STATE}"))?;
    page.settled()?;
    page.until("widget.state.includes('y=1990')")?;
    let found = page.js_async("return [await widget.select({ year: 1999 }), await widget.select({ year: 1500 })]")?;
    ensure!(found == json!([true, false]), "the frame answers {found}");
    page.until("record.events.some((e) => e.name === 'change' && e.detail.state.compare.when === '1999')")?;
    page.js("widget.state = '1;y=1985;as=ratio'")?;
    page.until("widget.state.includes('y=1985')")
}

fn strangers(page: &Page) -> Result<()> {
    page.open("iframe-mode")?;
    page.until("widget.shadowRoot.querySelector('iframe').offsetHeight > 200")?;
    let before = page.js("return widget.shadowRoot.querySelector('iframe').offsetHeight")?;
    page.js(
        "for (const type of ['height', 'error', 'event', 'answer', 'starting']) \
           postMessage({ ledgerline: 1, type, height: 7, code: 'x', name: 'change', detail: 'stranger', id: 1 }, '*'); \
         const frame = widget.shadowRoot.querySelector('iframe').contentWindow; \
         for (const odd of [null, 7, 'x', [], {}, { ledgerline: 2 }, { ledgerline: 1 }, { ledgerline: 1, type: {} }, \
           { ledgerline: 1, type: '__proto__' }, { ledgerline: 1, type: 'constructor' }]) frame.postMessage(odd, '*');",
    )?;
    page.js_async("await new Promise((done) => setTimeout(done, 300))")?;
    let after = page.js("return widget.shadowRoot.querySelector('iframe').offsetHeight")?;
    ensure!(before == after, "the frame went from {before} to {after}");
    let heard = page.js("return record.events.filter((e) => e.detail === 'stranger' || e.name === 'error').length")?;
    ensure!(heard == 0, "the page heard of it");
    let alive = page.js_async("return await widget.select({ year: 1999 })")?;
    ensure!(alive == json!(true), "the frame does not answer any more");
    Ok(())
}

/// Lets the module stop in the middle of a choice.
const TRAP: &str = "record.trap(); \
     for (let year = 1988; year < 2000 && !record.trapped; year += 1) { \
       try { await widget.select({ year }); } catch {} \
       await new Promise((done) => setTimeout(done, 100)); }";

fn fault(page: &Page) -> Result<()> {
    three(page)?;
    page.js("widget.state = '1;y=1990;as=difference'")?;
    page.until("widget.state.includes('as=difference')")?;
    page.js_async(TRAP)?;
    page.until("record.events.filter((e) => e.name === 'ready').length === 6")?;
    page.until("widget.state.includes('as=difference')")?;
    page.find("heading", "A small story")?;
    let errors = page.js("return record.events.filter((e) => e.name === 'error').length")?;
    ensure!(errors == 0, "the page heard of an error");
    Ok(())
}

fn faults(page: &Page) -> Result<()> {
    three(page)?;
    page.js_async(TRAP)?;
    page.until("record.events.filter((e) => e.name === 'ready').length === 6")?;
    page.js_async(TRAP)?;
    page.until("record.events.filter((e) => e.name === 'error' && e.detail.code === 'stopped').length === 3")?;
    page.until("[...document.querySelectorAll('ledger-line > p')].every((each) => each.checkVisibility())")
}

/// A page with three widgets, of which a calculator is the one to work with.
fn three(page: &Page) -> Result<()> {
    page.open("several")?;
    page.until("record.events.filter((e) => e.name === 'ready').length === 3")?;
    page.js("window.widget = document.getElementById('second')")?;
    Ok(())
}

fn memory(page: &Page) -> Result<()> {
    page.open("memory")?;
    page.find("heading", "A small story")?;
    let cycle = "const widget = document.querySelector('ledger-line'); const place = widget.parentNode; \
         for (let i = 0; i < 100; i += 1) { \
           widget.remove(); await new Promise((done) => setTimeout(done)); place.append(widget); await widget.ready; }";
    page.js_async(cycle)?;
    let before = page.js("return record.memory()")?;
    for _ in 0..10 {
        page.js_async(cycle)?;
    }
    let after = page.js("return record.memory()")?;
    ensure!(before.as_u64().is_some_and(|bytes| bytes > 0), "the memory was not seen");
    // A page of WebAssembly is 64 KiB; growth by one is the allocator's, a leak would be many.
    let grown = after.as_u64().unwrap_or_default() - before.as_u64().unwrap_or_default();
    ensure!(grown <= 65_536, "the memory grew from {before} to {after} bytes");
    Ok(())
}

const PAYLOADS: [&str; 26] = [
    "<script>pwned = 1</script>",
    "<img src=x onerror='pwned = 1'>",
    "<svg onload='pwned = 1'></svg>",
    "<svg><script>pwned = 1</script></svg>",
    "<math><mtext><img src=x onerror='pwned = 1'></mtext></math>",
    "<iframe src='javascript:parent.pwned = 1'></iframe>",
    "<body onload='pwned = 1'>",
    "<details open ontoggle='pwned = 1'>x</details>",
    "<a href='javascript:pwned = 1'>x</a>",
    "[x](javascript:pwned=1)",
    "[x](JaVaScRiPt:pwned=1)",
    "[x](\u{1}javascript:pwned=1)",
    "[x](data:text/html,<script>pwned=1</script>)",
    "[x](vbscript:pwned)",
    "*<b onclick='pwned = 1'>x</b>*",
    "\"><script>pwned = 1</script>",
    "' onmouseover='pwned = 1' x='",
    "</style><script>pwned = 1</script>",
    "</title></svg><script>pwned = 1</script>",
    "]]><script>pwned = 1</script>",
    "{{constructor.constructor('pwned = 1')()}}",
    "${pwned = 1}",
    "x; } * { display: none } .a {",
    "url(javascript:pwned=1)",
    "\u{202e}gnp.exe\u{2066}",
    "<!--<script>pwned = 1<!-- -->",
];

/// A story with a text in every place that takes one, and an address in every place that takes that.
fn story(text: &str, address: &str) -> Value {
    json!({
        "ledgerline": 1, "id": "hostile", "lang": "en", "title": text, "summary": text,
        "article": { "title": text, "author": text, "publisher": text, "published": "2014", "url": address },
        "sources": { "s": { "publisher": text, "title": text, "url": address, "licence": text } },
        "actors": { "a": { "name": text, "note": text, "colour": "red" }, "b": { "name": "B" } },
        "bases": { "x": { "name": text, "note": text } },
        "categories": { "c": { "name": text } },
        "notes": [{ "id": "n", "text": text, "applies": { "series": "a" } }],
        "series": {
            "a": { "actor": "a", "name": text, "short": text, "unit": "USD m", "values": [
                { "when": "2013", "value": 2, "source": "s", "basis": "x", "status": "reported", "note": text }] },
            "b": { "actor": "b", "name": "B", "short": "B", "unit": "USD m", "values": [
                { "when": "2013", "value": 4, "source": "s", "basis": "x", "status": "reported" }] } },
        "eras": [{ "when": "2012/2014", "name": text }],
        "events": [{
            "id": "e", "when": "2013", "title": text, "short": text, "text": text, "actors": ["a"], "category": "c",
            "importance": 5, "sources": ["s"],
            "media": { "kind": "image", "src": address, "width": 8, "height": 8, "alt": text, "credit": text } }],
        "claims": [{ "id": "k", "statement": text, "phrase": text, "kind": "number", "formula": "b[2013] / a[2013]",
            "says": "about 2", "note": text, "variants": [{ "name": text, "formula": "a[2013]", "says": null }] }],
        "scenarios": [{ "id": "z", "name": text, "note": text, "levers": {} }],
        "scenes": [{ "title": text, "caption": text, "state": { "view": "both" } }],
        "start": { "event": "e", "view": "both" },
    })
}

/// Nothing but our own elements, no handler, no address that runs.
const FOUND: &str = "const all = [...document.querySelector('ledger-line').shadowRoot.querySelectorAll('*')]; \
     return all.flatMap((each) => { \
       const bad = [...each.attributes].filter(({ name, value }) => name.startsWith('on') || \
         (['href', 'src', 'xlink:href', 'action', 'formaction'].includes(name) && \
          !/^(https?:|mailto:|#)/.test(value))); \
       const tag = ['script', 'iframe', 'object', 'embed', 'base', 'math', 'body'].includes(each.localName); \
       return tag || bad.length ? [each.outerHTML.slice(0, 200)] : []; });";

fn hostile(page: &Page) -> Result<()> {
    // A page without a policy: what keeps a script from running is the widget alone.
    page.open("no-policy")?;
    for payload in PAYLOADS {
        let told = shown(page, &story(payload, "https://a.example/b.png"))?;
        ensure!(told.is_empty(), "{payload}: {told}");
        // An address that is none may be refused, but never followed.
        shown(page, &story("text", payload))?;
        let ran = page.js("return 'pwned' in window")?;
        ensure!(ran == json!(false), "{payload} ran");
    }
    Ok(())
}

/// Shows a story in two views and looks at what has become of it; gives the sentence if it is refused.
fn shown(page: &Page, story: &Value) -> Result<String> {
    let mut told = String::new();
    for view in ["both", "claims"] {
        let sentence = page.js_async(&format!(
            "widget.view = '{view}'; widget.story = {story}; \
             try {{ await widget.ready; return ''; }} catch (error) {{ return error.sentence; }}"
        ))?;
        let found = page.js(FOUND)?;
        ensure!(found == json!([]), "it became {found}: {story}");
        told.push_str(sentence.as_str().unwrap_or("nothing was said"));
    }
    Ok(told)
}
