//! The server: connections, what each may take, and an end that lets answers go out.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, StatusCode, header};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{Notify, Semaphore};
use tokio::time::{sleep, timeout};

use super::Answer;
use super::fields::Fields;
use super::guard::Guard;
use super::refusal::{Place, Refusal};
use super::reply::Reply;
use super::request::{self, Request};

/// What a request may take. The defaults leave room for the largest batch that is answered.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of the request line and headers together. Batches in an address (`?queries=`) come up to here.
    pub head: usize,
    /// Bytes of a body: a hundred queries of forty kilobytes.
    pub body: usize,
    /// How long a head may take to come in, and how long a connection may idle.
    pub head_time: Duration,
    /// How long a body may take to come in.
    pub body_time: Duration,
    /// How long an answer may take to be found.
    pub answer_time: Duration,
    /// How long, at the end, answers on their way are waited for.
    pub last_time: Duration,
    /// Connections at a time; others wait.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: 64 << 10,
            body: 4 << 20,
            head_time: Duration::from_secs(15),
            body_time: Duration::from_secs(30),
            answer_time: Duration::from_secs(60),
            last_time: Duration::from_secs(5),
            connections: 256,
        }
    }
}

/// Headers of a request: browsers send about twenty.
const MOST_HEADERS: usize = 64;

/// Ends a server from elsewhere.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<Notify>);

impl Stop {
    /// Once is enough; it is heard also by a server that has yet to start.
    #[cfg(test)]
    pub fn stop(&self) {
        self.0.notify_one();
    }
}

/// A server that listens.
#[derive(Debug)]
pub struct Server<A> {
    listener: TcpListener,
    limits: Limits,
    shared: Arc<Shared<A>>,
}

/// What every connection needs.
#[derive(Debug)]
struct Shared<A> {
    answer: A,
    guard: Guard,
    limits: Limits,
}

impl<A: Answer> Server<A> {
    /// Takes the address. Port 0 takes any that is free.
    ///
    /// # Errors
    /// When the address is not ours or taken.
    pub fn bind(address: SocketAddr, answer: A, guard: Guard, limits: Limits) -> io::Result<Self> {
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        Ok(Self { listener, limits, shared: Arc::new(Shared { answer, guard, limits }) })
    }

    /// Where it listens.
    ///
    /// # Errors
    /// When the operating system does not say.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Answers until it is told to stop, from elsewhere, by Ctrl-C or by a signal to end; then lets answers on their way go out.
    ///
    /// # Errors
    /// When no thread or timer can be had.
    pub fn run(self, stop: &Stop) -> io::Result<()> {
        let runtime = runtime()?;
        let limits = self.limits;
        let done = runtime.block_on(self.accept(stop));
        // What is still being looked for is not waited for a second time.
        runtime.shutdown_timeout(limits.last_time);
        done
    }

    async fn accept(self, stop: &Stop) -> io::Result<()> {
        let listener = tokio::net::TcpListener::from_std(self.listener)?;
        let places = Arc::new(Semaphore::new(self.limits.connections));
        let graceful = GracefulShutdown::new();
        let mut ended = std::pin::pin!(ended(stop));
        loop {
            let next = async {
                let place = Arc::clone(&places).acquire_owned().await.ok()?;
                Some((place, listener.accept().await))
            };
            let next = until(&mut ended, next).await;
            let Some(Some((place, accepted))) = next else { break };
            let Ok((stream, _)) = accepted else {
                // No file handle left, or the other side is gone: others may do better in a moment.
                sleep(Duration::from_millis(50)).await;
                continue;
            };
            let shared = Arc::clone(&self.shared);
            let service = service_fn(move |request| {
                let shared = Arc::clone(&shared);
                async move { Ok::<_, Infallible>(respond(shared, request).await) }
            });
            let connection = protocol(self.limits).serve_connection(TokioIo::new(stream), service);
            let connection = graceful.watch(connection);
            tokio::spawn(async move {
                // How a connection breaks is the other side's affair: what it asked for was answered or not.
                let _ = connection.await;
                drop(place);
            });
        }
        drop(listener);
        let _ = timeout(self.limits.last_time, graceful.shutdown()).await;
        Ok(())
    }
}

/// One thread for connections, one a core for answers.
fn runtime() -> io::Result<Runtime> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    Builder::new_multi_thread()
        .worker_threads(1)
        .max_blocking_threads(cores)
        .enable_io()
        .enable_time()
        .build()
}

/// What comes of the second, unless the first comes before.
async fn until<T>(
    first: &mut (impl Future<Output = ()> + Unpin),
    second: impl Future<Output = T>,
) -> Option<T> {
    let mut second = std::pin::pin!(second);
    std::future::poll_fn(|context| {
        if std::pin::Pin::new(&mut *first).poll(context).is_ready() {
            return std::task::Poll::Ready(None);
        }
        second.as_mut().poll(context).map(Some)
    })
    .await
}

/// Told to stop, or by the terminal, or by the operating system.
async fn ended(stop: &Stop) {
    let mut told = std::pin::pin!(stop.0.notified());
    let signal = signal();
    let _ = until(&mut told, signal).await;
}

#[cfg(unix)]
async fn signal() {
    use tokio::signal::unix::{SignalKind, signal};

    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return interrupt().await };
    let mut terminated = std::pin::pin!(async move {
        terminate.recv().await;
    });
    let _ = until(&mut terminated, interrupt()).await;
}

#[cfg(not(unix))]
async fn signal() {
    interrupt().await;
}

/// Ctrl-C; never, where it cannot be heard.
async fn interrupt() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// How connections are spoken on, and what each may take.
fn protocol(limits: Limits) -> http1::Builder {
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head_time)
        .max_headers(MOST_HEADERS)
        .max_buf_size(limits.head);
    builder
}

async fn respond<A: Answer>(
    shared: Arc<Shared<A>>,
    request: hyper::Request<Incoming>,
) -> hyper::Response<Full<Bytes>> {
    let origin = shared.guard.origin(request.headers());
    let reply = match &origin {
        Ok(_) => admitted(Arc::clone(&shared), request).await.unwrap_or_else(Reply::from),
        Err(refusal) => Reply::from(refusal.clone()),
    };
    let origin = origin.ok().flatten();
    Guard::share(reply, origin.as_deref()).into_response()
}

/// Everything that can be told from the head is told before the body is read.
async fn admitted<A: Answer>(
    shared: Arc<Shared<A>>,
    request: hyper::Request<Incoming>,
) -> Result<Reply, Refusal> {
    let (head, body) = request.into_parts();
    let host = shared.guard.host(&head.headers, &head.uri)?;
    if head.method == Method::OPTIONS {
        return Ok(Reply::empty(StatusCode::NO_CONTENT));
    }
    let path = request::path(&head.uri)?;
    let raw_query = head.uri.query().unwrap_or_default().to_owned();
    let query = Fields::parse(raw_query.as_bytes(), Place::Query);
    let method = if head.method == Method::HEAD { Method::GET } else { head.method };
    if shared.answer.needs_token(&method, &path, &query) {
        shared.guard.admit(&head.headers, &query)?;
    }
    let length =
        head.headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let body = whole(body, length, shared.limits).await?;
    let request = Request { method, path, query, raw_query, base: format!("http://{host}"), body };
    find(shared, request).await
}

/// The body, as far as it may be long.
async fn whole(body: Incoming, length: Option<usize>, limits: Limits) -> Result<Bytes, Refusal> {
    let too_long = || {
        let most = format!("a body may have {} bytes at most", limits.body);
        Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, most)
    };
    if length.is_some_and(|length| length > limits.body) {
        return Err(too_long());
    }
    let whole = timeout(limits.body_time, Limited::new(body, limits.body).collect()).await;
    match whole {
        Ok(Ok(whole)) => Ok(whole.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_long()),
        Ok(Err(_)) => Err(Refusal::bad("the body broke off")),
        Err(_) => Err(Refusal::new(StatusCode::REQUEST_TIMEOUT, "the body took too long to come in")),
    }
}

/// The answer, found on a thread that may take its time.
async fn find<A: Answer>(shared: Arc<Shared<A>>, request: Request) -> Result<Reply, Refusal> {
    let time = shared.limits.answer_time;
    let found = tokio::task::spawn_blocking(move || shared.answer.answer(&request));
    match timeout(time, found).await {
        Ok(Ok(found)) => found,
        // What it panicked over may be a name that was asked for: it is not told.
        Ok(Err(_)) => Err(Refusal::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "tickmark itself failed over this request: this is a bug",
        )),
        Err(_) => Err(Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "the answer took too long to find")),
    }
}
