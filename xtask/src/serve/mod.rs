//! Two small web servers on this machine: a CDN with the distribution, and a newsroom with host pages.

mod cdn;
mod encoding;
mod fault;
mod files;
mod site;
pub mod template;

pub use cdn::Cdn;
pub use site::{STRICT_POLICY, Site};

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tokio::sync::oneshot;

/// This machine as a number, and by the name that makes another site of it: browsers tell sites by host and not by port.
const HERE: &str = "127.0.0.1";
const ELSEWHERE: &str = "localhost";

type Log = Arc<Mutex<Vec<String>>>;

/// A running server. Dropping it closes its connections and frees its port, as if the machine had died.
pub struct Server {
    address: SocketAddr,
    host: &'static str,
    log: Log,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `app` on a port of the loopback interface; port 0 takes a free one. `host` is the name to be called by.
    pub(crate) fn start(app: Router, host: &'static str, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("port {port} is taken; leave it out to get a free one"))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let log = Log::default();
        let app = app.layer(from_fn_with_state(log.clone(), note));
        let (stop, stopped) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let thread = thread::spawn(move || runtime.block_on(serve(listener, app, stopped)));
        Ok(Self { address, host, log, stop: Some(stop), thread: Some(thread) })
    }

    /// The server's origin, as in `http://127.0.0.1:4000`.
    pub fn origin(&self) -> String {
        self.origin_at(self.host)
    }

    /// The same server by another name of this machine.
    pub fn origin_at(&self, host: &str) -> String {
        format!("http://{host}:{}", self.port())
    }

    /// The port, to start a server again at the same address.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// What was asked for so far, in order, as in `GET /embed.js`.
    pub fn requests(&self) -> Vec<String> {
        let log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        log.clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Ends when the handle is dropped; connections end with the runtime, not gracefully.
async fn serve(listener: TcpListener, app: Router, stopped: oneshot::Receiver<()>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
        return;
    };
    let server = tokio::spawn(async move { axum::serve(listener, app).await });
    let _ = stopped.await;
    server.abort();
}

async fn note(State(log): State<Log>, request: Request, next: Next) -> Response {
    let line = format!("{} {}", request.method(), request.uri());
    log.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn ask(server: &Server, path: &str) -> Result<String> {
        let mut stream = TcpStream::connect(server.address)?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    #[test]
    fn a_dropped_server_is_gone_and_its_port_can_be_taken_again() -> Result<()> {
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join("embed.js"), "1")?;
        let server = Cdn::new(folder.path()).start(0)?;
        assert!(ask(&server, "/embed.js")?.starts_with("HTTP/1.1 200"));
        assert!(ask(&server, "/../embed.js")?.starts_with("HTTP/1.1 404"));
        assert_eq!(server.requests(), ["GET /embed.js", "GET /../embed.js"]);
        let (port, address) = (server.port(), server.address);
        drop(server);
        assert!(TcpStream::connect(address).is_err());
        let again = Cdn::new(folder.path()).start(port)?;
        assert_eq!(again.port(), port);
        Ok(())
    }

    #[test]
    fn a_server_that_is_elsewhere_is_of_another_site() -> Result<()> {
        let server = Cdn::new(".").elsewhere().start(0)?;
        assert_eq!(server.origin(), format!("http://localhost:{}", server.port()));
        assert!(Cdn::new(".").start(0)?.origin().starts_with("http://127.0.0.1:"));
        Ok(())
    }

    #[test]
    fn a_taken_port_is_named() -> Result<()> {
        let one = Cdn::new(".").start(0)?;
        let error = Cdn::new(".").start(one.port()).err().context("refused")?;
        assert!(error.to_string().contains(&one.port().to_string()));
        Ok(())
    }
}
