//! `cargo xtask test servers`: nginx, Caddy and Apache with the header files of the distribution, each asked for every
//! file in every coding; and what Netlify's own reader makes of `_headers`.

use std::env;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::netlify;
use super::request::{self, Answer};
use crate::assemble::manifest::Manifest;
use crate::doctor::{self, Group};
use crate::headers;
use crate::{build, project, run};

/// How long a server may take to start.
const PATIENCE: Duration = Duration::from_secs(10);
const FOLDER: &str = "ledgerline";
/// Names that are not there, of each way to be kept.
const MISSING: [&str; 3] = ["ledgerline-000000000000.wasm", "99.0.0/embed.js", "missing.js"];

/// A server that has our files: how it is started in a folder, on a port.
struct Kind {
    name: &'static str,
    /// The codings that it sends, the best first.
    codings: &'static [&'static str],
    start: fn(&Path, u16) -> Result<Command>,
}

const KINDS: [Kind; 3] = [
    Kind { name: "nginx", codings: &["gzip"], start: nginx },
    Kind { name: "Caddy", codings: &["br", "gzip"], start: caddy },
    Kind { name: "Apache", codings: &["br", "gzip"], start: apache },
];

/// A running server; dropping it ends it.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A folder outside of the project, which a server that gives up root can reach. Dropping it removes it.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Result<Self> {
        let folder = env::temp_dir().join(format!("ledgerline-servers-{}", process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Starts each server and asks it for everything.
pub fn run() -> Result<()> {
    doctor::ensure(&[Group::Build, Group::Servers])?;
    build::run(&build::Options::default())?;
    let site = Scratch::new()?;
    let folder = site.0.join(FOLDER);
    run::output(run::program("cp").arg("-r").arg(project::dist()).arg(&folder))?;
    fs::copy(folder.join("hosting/htaccess"), folder.join(".htaccess"))?;
    let files = Manifest::read(&project::dist())?.files;
    for kind in KINDS {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = (kind.start)(&site.0, port)?;
        let server = Running(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().context(kind.name)?);
        wait(port).with_context(|| format!("{} does not start", kind.name))?;
        let mut answers = 0;
        for file in files.iter().filter(|file| !file.path.contains("hosting/")) {
            for accepted in ["br, gzip", "gzip", ""] {
                let answer = request::get(port, &format!("/{FOLDER}/{}", file.path), accepted)?;
                check(&answer, &kind, &folder, &file.path, accepted)
                    .with_context(|| format!("{}: {} for {accepted:?}", kind.name, file.path))?;
                answers += 1;
            }
        }
        let answer = request::get(port, &format!("/{FOLDER}/"), "")?;
        check(&answer, &kind, &folder, "index.html", "").with_context(|| format!("{}: the folder", kind.name))?;
        for path in MISSING {
            let answer = request::get(port, &format!("/{FOLDER}/{path}"), "")?;
            missing(&answer).with_context(|| format!("{}: {path}, which is not there", kind.name))?;
            answers += 1;
        }
        drop(server);
        println!("{}: {answers} answers as they should be", kind.name);
    }
    netlify::check(&files)
}

fn check(answer: &Answer, kind: &Kind, folder: &Path, path: &str, accepted: &str) -> Result<()> {
    ensure!(answer.status == 200, "the status is {}", answer.status);
    let expected = [("Content-Type", headers::content_type(path)), ("Cache-Control", headers::cache_control(path))];
    for (name, value) in expected.into_iter().chain(headers::COMMON) {
        let sent = answer.header(name).unwrap_or_default();
        ensure!(sent.eq_ignore_ascii_case(value), "{name} is {sent:?} and not {value:?}");
    }
    let coding = kind.codings.iter().find(|coding| accepted.contains(**coding)).copied();
    ensure!(answer.header("Content-Encoding") == coding, "the coding is {:?}", answer.header("Content-Encoding"));
    let varies = answer.header("Vary").is_some_and(|vary| vary.eq_ignore_ascii_case("Accept-Encoding"));
    ensure!(coding.is_none() || varies, "it does not say that it varies");
    let ending = match coding {
        Some("br") => ".br",
        Some("gzip") => ".gz",
        _ => "",
    };
    let file = fs::read(folder.join(format!("{path}{ending}")))?;
    ensure!(answer.body == file, "the content is another");
    Ok(())
}

/// A page may name a file before it is uploaded: whoever asked then must not keep the answer.
fn missing(answer: &Answer) -> Result<()> {
    ensure!(answer.status == 404, "the status is {}", answer.status);
    let kept = answer.header("Cache-Control");
    ensure!(kept.is_none_or(|kept| kept.contains("no-")), "it may be kept: {kept:?}");
    Ok(())
}

fn wait(port: u16) -> Result<()> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if request::get(port, &format!("/{FOLDER}/embed.js"), "").is_ok() {
            return Ok(());
        }
        sleep(Duration::from_millis(50));
    }
    bail!("nothing answers on port {port}")
}

fn nginx(site: &Path, port: u16) -> Result<Command> {
    let text = fs::read_to_string(site.join(FOLDER).join("hosting/nginx.conf"))?;
    let (map, location) = text.split_once("# In `server { … }`:").context("nginx.conf has two parts")?;
    let root = site.display();
    let user = if is_root() { "user root;" } else { "" };
    let config = format!(
        "{user} daemon off; pid {root}/nginx.pid; error_log {root}/nginx.log; events {{}} http {{ access_log off; \
         client_body_temp_path {root}/body; proxy_temp_path {root}/proxy; fastcgi_temp_path {root}/fastcgi; \
         uwsgi_temp_path {root}/uwsgi; scgi_temp_path {root}/scgi;\n{map}\nserver {{ listen 127.0.0.1:{port}; \
         root {root};\n{location}\n}} }}\n"
    );
    let file = site.join("nginx.conf");
    fs::write(&file, config)?;
    let mut command = run::program(run::find_server("nginx").context("nginx is missing")?);
    command.arg("-c").arg(file);
    Ok(command)
}

fn caddy(site: &Path, port: u16) -> Result<Command> {
    let text = fs::read_to_string(site.join(FOLDER).join("hosting/Caddyfile"))?;
    let own = text.replace("cdn.example", &format!("http://127.0.0.1:{port}"));
    let own = own.replace("/srv", &site.display().to_string());
    let file = site.join("Caddyfile");
    fs::write(&file, format!("{{\n  admin off\n  auto_https off\n}}\n{own}"))?;
    let mut command = run::program(run::find_server("caddy").context("caddy is missing")?);
    // It keeps a copy of every configuration, in the folder of that name.
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file).env("XDG_CONFIG_HOME", site);
    Ok(command)
}

fn apache(site: &Path, port: u16) -> Result<Command> {
    let root = site.display();
    let mut config = format!("ServerName ledgerline.test\nListen 127.0.0.1:{port}\nPidFile {root}/apache.pid\n");
    for module in ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite"] {
        config += &format!("LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so\n");
    }
    config += &format!(
        "User www-data\nGroup www-data\nTypesConfig /etc/mime.types\nErrorLog {root}/apache.log\nDocumentRoot {root}\n\
         <Directory {root}>\nAllowOverride All\nRequire all granted\n</Directory>\n"
    );
    let file = site.join("apache.conf");
    fs::write(&file, config)?;
    readable(site)?;
    let mut command = run::program(run::find_server("apache2").context("apache2 is missing")?);
    command.arg("-D").arg("FOREGROUND").arg("-f").arg(file);
    Ok(command)
}

/// Apache gives up root for a user of its own, who has to reach the files.
fn readable(site: &Path) -> Result<()> {
    run::output(run::program("chmod").args(["-R", "a+rX"]).arg(site)).map(drop)
}

fn is_root() -> bool {
    run::first_line(run::program("id").arg("-u")).is_some_and(|id| id == "0")
}
