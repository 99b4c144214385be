fn main() -> anyhow::Result<()> {
    use xtask::serve::{Cdn, Site};
    let cdn = Cdn::new(xtask::project::dist()).start(4100)?;
    let other = Cdn::new(xtask::project::root().join("tests/stories")).start(4102)?;
    let edition = xtask::static_edition::of(&xtask::project::default_story())?;
    let _s =
        Site::new(xtask::project::hosts(), cdn.origin()).other(other.origin()).static_edition(edition).start(4101)?;
    loop {
        std::thread::park();
    }
}
