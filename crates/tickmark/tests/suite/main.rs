//! Whole sessions with the program, as its users have them, and the rules that the workspace keeps.

mod bad_input;
mod case;
mod check;
mod demo;
mod examples;
mod findings;
mod imports;
mod lists;
mod names;
mod ownership;
mod recognition;
mod rules;
mod scan;
mod screen;
mod screen_tables;
mod session;
mod tidy;
mod worker;
