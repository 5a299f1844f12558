//! A real server, asked by a real client.

mod admission;
mod desk;
mod entities;
mod limits;
mod matching;
mod reconcile;
mod search;
mod shape;
mod system;
