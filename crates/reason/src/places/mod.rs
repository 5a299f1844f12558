//! Places: a gazetteer of names, each with every place that it may mean. Several candidates stay several.
//!
//! The bundled one holds countries, capitals, larger towns and a few regions that reports name. [`Gazetteer::with`] adds the
//! user's own: lines of a GeoNames dump, or of the short table that `knowledge/places.tsv` is.

mod countries;
mod gazetteer;
mod lines;
mod regions;

pub use gazetteer::{FeatureClass, Gazetteer, PlaceHit, PlaceRecord};

pub(crate) use countries::countries;
