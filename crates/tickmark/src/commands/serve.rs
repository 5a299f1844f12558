//! `serve`: the lists behind HTTP.

use std::net::SocketAddr;

use super::lists::{open, set};
use crate::cli::Serve;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::serve::{Guard, Limits, Lists, NoToken, SHORTEST, Served, Server, Stop, Token};
use crate::terminal::Terminal;

/// Answers until Ctrl-C.
pub fn run(arguments: &Serve, terminal: Terminal) -> Result<Exit, Explained> {
    let token = token(arguments)?;
    let register = open(&arguments.folder)?;
    let contents = register.contents().map_err(|error| super::lists::explain(&error))?;
    if contents.snapshots().is_empty() {
        return Err(
            Explained::new("there is no list to serve").hint("`tickmark lists add FILE` takes one into use")
        );
    }
    let set = set(&register, &contents, terminal)?;
    let served = Served { lists: Lists::new(register, &contents, set), has_token: token.is_some() };
    let told = told(&served);
    let guard = Guard { hosts: arguments.hosts.clone(), token: token.clone() };
    let address = SocketAddr::new(arguments.bind, arguments.port);
    let server = Server::bind(address, served, guard, Limits::default()).map_err(|error| {
        Explained::new(format!("could not listen at {address}"))
            .because(error)
            .hint("`--port 0` takes any port that is free")
    })?;
    let address = server.address().map_err(|error| failed(&error))?;
    terminal.say(&told);
    terminal.say(&format!("listening at http://{address}; Ctrl-C ends it"));
    match &token {
        Some(token) if arguments.token_file.is_none() => {
            terminal.say(&format!("token: {}", token.reveal()));
            let openrefine = format!("http://{address}/reconcile/default?api_key={}", token.reveal());
            terminal.say(&format!("for OpenRefine: {openrefine}"));
        }
        Some(_) => terminal.say("token: that of the file"),
        None => terminal.say("without a token: every program on this machine may ask"),
    }
    if !arguments.bind.is_loopback() {
        terminal.say("warning: others on the network may ask, and what goes over it is not encrypted");
    }
    server.run(&Stop::default()).map_err(|error| failed(&error))?;
    terminal.say("ended");
    Ok(Exit::Clean)
}

/// What a request must bring.
fn token(arguments: &Serve) -> Result<Option<Token>, Explained> {
    if arguments.no_token {
        return match arguments.bind.is_loopback() {
            true => Ok(None),
            false => Err(Explained::new(format!(
                "--no-token would let everybody who reaches {} ask",
                arguments.bind
            ))
            .hint("leave out --no-token, or --bind")),
        };
    }
    let token = match &arguments.token_file {
        Some(path) => Token::from_file(path).map_err(|error| {
            let explained = Explained::new(format!("could not take a token from {}", path.display()));
            let short = matches!(error, NoToken::Unfit);
            let explained = explained.because(error);
            if short {
                explained.hint(format!("`openssl rand -hex {SHORTEST}` makes one"))
            } else {
                explained
            }
        }),
        None => Token::new().map_err(|error| Explained::new("could not make a token").because(error)),
    };
    token.map(Some)
}

fn told(served: &Served) -> String {
    let lists =
        served.lists.all().iter().map(|list| format!("{} of {}", list.name, list.latest().added.date));
    let names: Vec<String> = lists.collect();
    format!("serving {} entities: {}", served.lists.current().count(), names.join(", "))
}

fn failed(error: &std::io::Error) -> Explained {
    Explained::new("the server could not go on").because(error)
}
