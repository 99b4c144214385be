//! The element as a page has it in its hands: attributes that are live, names in the address, what comes later.

use anyhow::{Result, ensure};
use serde_json::json;

use super::everywhere;
use crate::Case;
use crate::input::{LEFT, TAB};
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("the_story_is_in_the_page_when_it_is_said_to_stand", ready),
    everywhere("another_mode_keeps_the_state", mode),
    everywhere("a_widget_that_is_to_be_eager_after_all_starts", loading),
    everywhere("a_base_may_be_relative_and_put_right", base),
    everywhere("a_story_at_no_address_is_told_as_such", address),
    everywhere("a_view_and_a_state_that_are_taken_away_leave_the_story_as_it_opens", taken_away),
    everywhere("a_story_as_an_object_takes_the_place_of_the_address", object),
    everywhere("a_division_is_live_and_may_come_late", division),
    everywhere("widgets_without_ids_go_by_their_stories", names),
    everywhere("a_link_within_the_page_leaves_the_widget_alone", footnote),
    everywhere("a_claim_that_nobody_has_leaves_a_link_its_way", dead_link),
    everywhere("a_claim_that_comes_late_is_marked", late_claim),
    everywhere("what_has_not_changed_is_not_told", told),
    everywhere("a_widget_that_is_taken_away_within_a_step_of_a_slider_stops_nothing", within_a_step),
    everywhere("another_theme_or_language_keeps_what_a_claim_has_opened", kept),
    everywhere("a_widget_that_is_taken_away_meanwhile_selects_and_saves_nothing", meanwhile),
    everywhere("the_list_of_claims_can_be_saved_by_itself", saved),
];

/// A further element after the one that is there.
const MORE: &str = "const more = document.createElement('ledger-line'); more.setAttribute('loading', 'eager');";

fn ready(page: &Page) -> Result<()> {
    page.open("plain")?;
    let title = page.js_async(&format!(
        "{MORE} const heard = new Promise((done) => more.addEventListener('ledgerline:ready', () => \
           done((more.shadowRoot.querySelector('h2') || {{}}).textContent || ''))); \
         widget.after(more); return await heard;"
    ))?;
    ensure!(title.as_str().is_some_and(|text| !text.is_empty()), "nothing is there yet");
    let story = format!("{}/small.json", page.newsroom.other.origin());
    page.wait(page.handle().goto(format!("{}/?story={story}", page.newsroom.cdn.origin())))?;
    page.until("document.title === 'A small story'")
}

fn mode(page: &Page) -> Result<()> {
    page.open("no-policy")?;
    page.js("window.widget = document.querySelector('ledger-line')")?;
    page.js_async("await widget.select({ year: 1995 }); widget.mode = 'iframe'; await widget.ready")?;
    page.until("widget.shadowRoot.querySelector('iframe') && widget.state.includes('y=1995')")?;
    page.js_async("await widget.select({ year: 1999 })")?;
    page.until("widget.state.includes('y=1999')")?;
    page.js_async("widget.mode = 'inline'; await widget.ready")?;
    page.until("widget.shadowRoot.querySelector('h2') && widget.state.includes('y=1999')")?;
    let before = page.js("widget.mode = 'auto'; return record.events.filter((e) => e.name === 'ready').length")?;
    page.js_async("await new Promise((done) => setTimeout(done, 300))")?;
    let after = page.js("return record.events.filter((e) => e.name === 'ready').length")?;
    ensure!(before == after, "what stands already was made anew");
    Ok(())
}

fn loading(page: &Page) -> Result<()> {
    page.open("no-policy")?;
    page.js("const far = document.createElement('div'); far.style.height = '9000px'; \
         window.more = document.createElement('ledger-line'); document.body.append(far, more)")?;
    page.js_async("await new Promise((done) => setTimeout(done, 300))")?;
    ensure!(page.js("return more.shadowRoot === null")? == json!(true), "it starts though nobody comes near");
    page.js("more.loading = 'eager'")?;
    page.until("more.shadowRoot && more.shadowRoot.querySelector('h2')")
}

fn base(page: &Page) -> Result<()> {
    page.open("no-policy")?;
    page.js(&format!(
        "{MORE} window.more = more; more.setAttribute('base', 'http://[no'); document.body.append(more)"
    ))?;
    page.until("record.events.some((e) => e.name === 'error' && e.detail.code === 'base')")?;
    page.js(&format!(
        "const home = document.createElement('base'); home.href = '{}/elsewhere/'; document.head.append(home); \
         more.base = '..'",
        page.newsroom.cdn.origin()
    ))?;
    page.until("more.shadowRoot.querySelector('h2')")
}

fn address(page: &Page) -> Result<()> {
    page.open("no-policy")?;
    for mode in ["auto", "iframe"] {
        let code = page.js_async(&format!(
            "{MORE} more.mode = '{mode}'; more.setAttribute('story', 'http://[no'); document.body.append(more); \
             try {{ await more.ready; return 'ready'; }} catch (error) {{ return error.code; }}"
        ))?;
        ensure!(code == "story", "in mode {mode} it is told as {code}");
    }
    Ok(())
}

fn taken_away(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js("widget.view = 'timeline'")?;
    page.until("!widget.shadowRoot.querySelector('[part=calculator]')")?;
    page.js("widget.removeAttribute('view')")?;
    page.until("widget.shadowRoot.querySelector('[part=calculator]')")?;
    let opening = page.js("return widget.state")?;
    for end in
        ["widget.removeAttribute('state')", "widget.state = ''", "widget.state = null", "widget.state = '1;y=never'"]
    {
        page.js("widget.removeAttribute('state'); widget.setAttribute('state', '1;y=1990;as=difference')")?;
        page.until("widget.state.includes('y=1990')")?;
        page.js(end)?;
        page.until(&format!("widget.state === {opening}"))?;
    }
    page.shows("opens as it usually does")
}

fn object(page: &Page) -> Result<()> {
    page.open("plain")?;
    let story = format!("{}/small.json", page.newsroom.other.origin());
    page.js(&format!("widget.story = '{story}'"))?;
    page.shows("A small story")?;
    page.js(&format!(
        "fetch('{story}').then((a) => a.json()).then((s) => (widget.story = {{ ...s, title: 'Another' }}))"
    ))?;
    page.shows("Another")?;
    ensure!(page.js("return widget.story")? == "", "it names the story of before");
    page.js(&format!("widget.story = '{story}'"))?;
    page.shows("A small story")
}

fn division(page: &Page) -> Result<()> {
    page.open("div")?;
    page.js("document.querySelector('[data-ledger-line]').dataset.view = 'calculator'")?;
    page.until("document.querySelector('ledger-line').view === 'calculator'")?;
    page.js("delete document.querySelector('[data-ledger-line]').dataset.view")?;
    page.until("!document.querySelector('ledger-line').hasAttribute('view')")?;
    page.js(
        "const place = Object.assign(document.createElement('div'), { id: 'later' }); \
         Object.assign(place.dataset, { ledgerLine: '', loading: 'eager' }); place.append(document.createElement('p')); \
         document.querySelector('main').append(place)",
    )?;
    page.until("document.querySelector('#later > ledger-line > p')")?;
    page.until("(document.querySelector('#later > ledger-line').shadowRoot || document).querySelector('h2')")?;
    // An address names it by the id of the division.
    page.js("location.hash = 'll.later=1;y=1990'")?;
    page.until("document.querySelector('#later > ledger-line').state.includes('y=1990')")
}

fn names(page: &Page) -> Result<()> {
    page.open("unnamed")?;
    page.js(
        "[window.first, window.second] = document.querySelectorAll('ledger-line'); second.state = '1;as=difference'",
    )?;
    page.until("location.hash.startsWith('#ll.small=')")?;
    page.js_async("await first.select({ year: 1990 })")?;
    page.until("/ll\\.dprk-russia=1;[^&]*y=1990/.test(location.hash) && location.hash.includes('ll.small=')")?;
    page.js("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined }); \
         [...second.shadowRoot.querySelectorAll('button')].find((e) => e.textContent === 'Copy link').click()")?;
    page.until("(second.shadowRoot.querySelector('textarea') || { value: '' }).value.includes('#ll.small=')")?;
    // The address as it stands brings both back.
    page.wait(page.handle().refresh())?;
    page.settled()?;
    page.js("[window.first, window.second] = document.querySelectorAll('ledger-line')")?;
    page.until("first.state.includes('y=1990') && second.state.includes('as=difference')")
}

fn footnote(page: &Page) -> Result<()> {
    page.open("no-policy")?;
    page.js("window.widget = document.querySelector('ledger-line'); window.opening = widget.state; \
         widget.setAttribute('link', 'hash'); document.body.insertAdjacentHTML('beforeend', '<a href=\"#below\">Note</a>')")?;
    // Chromium goes back past what a page put into its history before anybody had touched it.
    page.press(TAB)?;
    page.js_async("await widget.select({ year: 1995 })")?;
    page.until("location.hash.includes('y=1995')")?;
    page.js("document.querySelector('a[href=\"#below\"]').click()")?;
    page.until("location.hash === '#below'")?;
    page.js_async("await new Promise((done) => setTimeout(done, 300))")?;
    ensure!(page.js("return widget.state.includes('y=1995')")? == json!(true), "the link took the reader's state");
    page.back()?;
    page.until("location.hash.includes('y=1995')")?;
    page.back()?;
    page.until("!location.hash && widget.state === opening")
}

fn dead_link(page: &Page) -> Result<()> {
    page.open("claims")?;
    page.js("document.querySelector('a[data-ledger-claim]').dataset.ledgerClaim = 'nowhere'; \
         document.querySelector('a[data-ledger-claim]').click()")?;
    page.until("location.hash === '#elsewhere'")?;
    page.open("no-wasm")?;
    page.js("const link = Object.assign(document.createElement('a'), { href: '#below' }); \
         link.dataset.ledgerClaim = 'sixty-times'; document.querySelector('main').append(link); link.click()")?;
    page.until("location.hash === '#below'")
}

fn late_claim(page: &Page) -> Result<()> {
    page.open("claims")?;
    page.js("const later = Object.assign(document.createElement('span'), { id: 'later' }); \
         later.dataset.ledgerClaim = 'sixty-times'; document.querySelector('main').append(later)")?;
    page.until("document.getElementById('later').getAttribute('role') === 'button'")
}

fn told(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js_async("await widget.select({ claim: 'sixty-times' })")?;
    page.until("record.events.some((e) => e.name === 'change')")?;
    page.js_async(
        "const { widget } = window; await new Promise((done) => setTimeout(done, 300)); record.events.length = 0; \
         widget.view = 'both'; widget.view = 'silly'; await widget.select({ claim: 'sixty-times' }); \
         const place = widget.parentNode; widget.remove(); await new Promise((done) => setTimeout(done, 100)); \
         record.kept = await Promise.race([widget.ready.then(() => true), new Promise((done) => setTimeout(done, 100))]); \
         place.append(widget); await widget.ready; await new Promise((done) => setTimeout(done, 300));",
    )?;
    let heard = page.js("return record.events.map((e) => e.name)")?;
    ensure!(heard == json!(["ready"]), "the page hears {heard}");
    ensure!(page.js("return record.kept === true")? == json!(false), "it stands while it is out of the page");
    page.until("widget.state.includes('cl=sixty-times')")
}

/// Its next frame comes when it is gone.
fn within_a_step(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.shows("times Russia’s in 2013")?;
    page.focus_on("slider", "Year")?;
    page.js("const { widget } = window, place = widget.parentNode; window.frames = 0; \
         const count = () => { window.frames += 1; if (window.frames < 30) requestAnimationFrame(count); }; \
         window.addEventListener('input', () => { widget.remove(); count(); }, { once: true }); \
         window.back = () => place.append(widget);")?;
    page.press(LEFT)?;
    page.until("window.frames === 30")?;
    page.js("window.back()")?;
    page.shows("times Russia’s in")?;
    let told = page.js("return [...record.errors, ...record.events.filter((e) => e.name === 'error')]")?;
    ensure!(told == json!([]), "the page hears {told}");
    Ok(())
}

fn kept(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js("widget.view = 'timeline'")?;
    page.until("!widget.shadowRoot.querySelector('[part=calculator]')")?;
    page.js_async("await widget.select({ claim: 'sixty-times' })")?;
    page.until("widget.shadowRoot.querySelector('[part=calculator]')")?;
    // None of them is a language as `Intl` takes one.
    for change in ["widget.theme = 'dark'", "widget.lang = 'en-x'", "widget.lang = 'en-GB_x'"] {
        page.js(change)?;
        page.js_async("await new Promise((done) => setTimeout(done, 100))")?;
        page.until("widget.shadowRoot.querySelector('[part=calculator]') && widget.state.includes('cl=sixty-times')")?;
    }
    ensure!(page.js("return widget.shadowRoot.querySelector('.root > div').lang")? == "en", "the language is another");
    page.js("widget.view = 'claims'")?;
    page.until("!widget.shadowRoot.querySelector('[part=calculator]')")?;
    let told = page.js("return [...record.errors, ...record.events.filter((e) => e.name === 'error')]")?;
    ensure!(told == json!([]), "the page hears {told}");
    Ok(())
}

fn meanwhile(page: &Page) -> Result<()> {
    page.open("plain")?;
    let done = page.js_async(
        "const { widget } = window; await widget.ready; \
         const asked = [widget.select({ claim: 'sixty-times' }), widget.select({ year: 1995 }), widget.download('csv')]; \
         widget.remove(); return await Promise.all(asked)",
    )?;
    ensure!(done.as_array().is_some_and(|all| all.iter().all(|each| each.is_boolean())), "told: {done}");
    Ok(())
}

fn saved(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js("widget.view = 'claims'")?;
    page.until("widget.shadowRoot.querySelector('[part=claims]')")?;
    let saved = page.js_async(
        "return [await widget.download('json'), await widget.download('csv'), \
         await widget.download('svg')]",
    )?;
    // None of them is open, so there is no picture.
    ensure!(saved == json!([true, true, false]), "saved: {saved}");
    Ok(())
}
