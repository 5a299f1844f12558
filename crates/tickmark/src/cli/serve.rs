//! Arguments of `serve`.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::Args;

use super::ListsFolder;

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Serve the lists as yente and the Reconciliation Service API 0.2 do.
    #[arg(long, required = true)]
    pub api: bool,
    #[command(flatten)]
    pub folder: ListsFolder,
    /// Where to listen; 0 takes any port that is free.
    #[arg(long, value_name = "PORT", default_value_t = 8000)]
    pub port: u16,
    /// At which address of this machine. Another than 127.0.0.1 lets others on the network ask.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub bind: IpAddr,
    /// A name under which the server is called, beside addresses and localhost. May be given again.
    #[arg(long = "host", value_name = "NAME")]
    pub hosts: Vec<String>,
    /// Take the token from a file instead of making one.
    #[arg(long, value_name = "FILE", conflicts_with = "no_token")]
    pub token_file: Option<PathBuf>,
    /// Answer everybody on this machine without a token.
    #[arg(long)]
    pub no_token: bool,
}
