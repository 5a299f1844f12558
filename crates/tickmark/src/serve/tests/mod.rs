//! A real server, asked by a real client.
