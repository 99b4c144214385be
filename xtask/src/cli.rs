//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use crate::build::{self, Options};
use crate::{assemble, bench, demo, doctor, project, publish, test, trunk};

const HELP: &str = "\
cargo xtask <task>

  demo       build the distribution, serve it and an article that embeds it, print the address
             [--port-cdn N] [--port-page N] [--open]
  test       everything that must hold, with the time of each stage  [--only STAGE]
  test hosts   the host pages alone, as a matrix that is also docs/hosts.md
  test servers nginx, Caddy and Apache with our header files, asked for every file
  build      the distribution, into dist/  [--opt z|s|3] [--wasm-opt z|s|3|4] [--quick]
             [--url https://cdn.example/ledgerline/, where it will lie]
  bench      what it costs beside TimelineJS3 and vis-timeline, or a step of the calculator
             (timeline [EVENTS...] [PEER...] | calc)
  story      a story of your own into dist/: its pages, previews and oEmbed answer, without a build
             STORY.json [--url URL] [--preview PNG] [--font CSS] [--dist FOLDER]
  snippet    what a newsroom pastes: room as high as the widget is, the tag, the script; from dist/
             STORY.json [--view both|timeline|calculator|claims] [--url URL] [--address STORY-URL] [--font CSS]
  heights    how high the founding story is, measured anew, into src/embed/host/heights.json
  single-file  one HTML file with everything in it, from dist/  [STORY.json] [--out FILE]
  size       the distribution's files and what a first load fetches
  doctor     what this machine has and lacks  [--fix]
  trunk      Trunk with this project's tools on its path, as in `cargo xtask trunk serve`
  ci         test, then check that Trunk makes the same files, then test servers; weekly, since Trunk takes long to install
  assemble   the distribution from glue and WASM  (--glue FILE --wasm FILE | --from-trunk) [--out DIR] [--quick]
";

/// Reads the arguments and runs the task they name.
pub fn run() -> Result<()> {
    let mut args = Parser::from_env();
    match args.next()? {
        Some(Arg::Value(task)) => run_task(&task.string()?, &mut args),
        Some(Arg::Long("help") | Arg::Short('h')) | None => {
            print!("{HELP}");
            Ok(())
        }
        Some(arg) => Err(arg.unexpected().into()),
    }
}

fn run_task(task: &str, args: &mut Parser) -> Result<()> {
    match task {
        "assemble" => assemble_task(args),
        "bench" => bench_task(args),
        "build" => build_task(args),
        "ci" => no_more(args).and_then(|()| test::ci()),
        "demo" => demo_task(args),
        "doctor" => doctor_task(args),
        "help" => no_more(args).map(|()| print!("{HELP}")),
        "heights" => no_more(args).and_then(|()| publish::heights()),
        "single-file" => single_task(args),
        "snippet" => publish::snippet(args),
        "story" => publish::story(args),
        "size" => no_more(args).and_then(|()| test::print_sizes()),
        "test" => test_task(args),
        "trunk" => trunk::run(&args.raw_args()?.collect::<Vec<OsString>>()),
        _ => bail!("there is no task `{task}`; `cargo xtask help` lists them"),
    }
}

fn bench_task(args: &mut Parser) -> Result<()> {
    let words: Vec<OsString> = args.raw_args()?.collect();
    let name = words.first().and_then(|name| name.to_str()).context("`bench` needs a name: timeline or calc")?;
    bench::run(name, words.get(1..).unwrap_or_default())
}

fn build_task(args: &mut Parser) -> Result<()> {
    let mut options = Options::default();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("opt") => options.opt_level = Some(args.value()?.string()?),
            Arg::Long("quick") => options.quick = true,
            Arg::Long("url") => options.url = folder_url(&args.value()?.string()?)?,
            Arg::Long("wasm-opt") => options.wasm_opt = args.value()?.string()?,
            _ => return Err(arg.unexpected().into()),
        }
    }
    build::run(&options)?;
    test::print_sizes()
}

pub(crate) fn folder_url(url: &str) -> Result<String> {
    if !url.starts_with("https://") && !url.starts_with("http://") {
        bail!("--url takes a whole address, as in https://cdn.example/ledgerline/");
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

/// The distribution must be there: the one file is made of its files.
fn single_task(args: &mut Parser) -> Result<()> {
    let (mut story, mut out) = (project::default_story(), None::<PathBuf>);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("out") => out = Some(args.value()?.into()),
            Arg::Value(path) => story = path.into(),
            _ => return Err(arg.unexpected().into()),
        }
    }
    let out = out.unwrap_or_else(|| story.with_extension("html").file_name().map(PathBuf::from).unwrap_or_default());
    assemble::single::write(&project::dist(), &story, &out)?;
    println!("{}", out.display());
    Ok(())
}

fn assemble_task(args: &mut Parser) -> Result<()> {
    let (mut glue, mut wasm, mut out) = (None::<PathBuf>, None::<PathBuf>, project::dist());
    let mut effort = assemble::Effort::default();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("from-trunk") => {
                return no_more(args).and_then(|()| trunk::assemble_staged());
            }
            Arg::Long("quick") => effort = assemble::Effort::quick(),
            Arg::Long("glue") => glue = Some(args.value()?.into()),
            Arg::Long("wasm") => wasm = Some(args.value()?.into()),
            Arg::Long("out") => out = args.value()?.into(),
            _ => return Err(arg.unexpected().into()),
        }
    }
    let glue = glue.context("`assemble` needs --glue FILE, the script that wasm-bindgen made")?;
    let wasm = wasm.context("`assemble` needs --wasm FILE, the module that wasm-bindgen made")?;
    assemble::run(&glue, &wasm, &out, &effort)?;
    Ok(())
}

fn demo_task(args: &mut Parser) -> Result<()> {
    let mut options = demo::Options::default();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("port-cdn") => options.port_cdn = args.value()?.parse()?,
            Arg::Long("port-page") => options.port_page = args.value()?.parse()?,
            Arg::Long("open") => options.open = true,
            Arg::Long("no-open") => options.open = false,
            _ => return Err(arg.unexpected().into()),
        }
    }
    demo::run(&options)
}

fn doctor_task(args: &mut Parser) -> Result<()> {
    let mut fix = false;
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("fix") => fix = true,
            _ => return Err(arg.unexpected().into()),
        }
    }
    doctor::run(fix)
}

fn test_task(args: &mut Parser) -> Result<()> {
    let mut only = None;
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Value(part) if part == "hosts" => return no_more(args).and_then(|()| test::hosts::run()),
            Arg::Value(part) if part == "servers" => return no_more(args).and_then(|()| test::servers::run()),
            Arg::Long("only") => only = Some(args.value()?.string()?),
            _ => return Err(arg.unexpected().into()),
        }
    }
    test::run(only.as_deref())
}

fn no_more(args: &mut Parser) -> Result<()> {
    match args.next()? {
        Some(arg) => Err(arg.unexpected().into()),
        None => Ok(()),
    }
}
