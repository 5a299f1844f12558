//! The gold rows, as `shared` formats have them: one JSON object a line, documents by short names.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// All gold rows of a set.
pub struct Gold {
    /// Short name to file name.
    documents: BTreeMap<String, String>,
    pub claims: Vec<Value>,
    pub money: Vec<Value>,
    pub designations: Vec<Value>,
    pub replies: Vec<Value>,
    pub recommendations: Vec<Value>,
    pub entities: Vec<Value>,
}

impl Gold {
    /// Reads the rows of a folder of reports.
    pub fn of(folder: &Path) -> Self {
        let gold = folder.join("gold");
        let rows = |name: &str| -> Vec<Value> {
            let text = fs::read_to_string(gold.join(name)).unwrap();
            text.lines()
                .filter(|line| !line.is_empty())
                .map(|line| serde_json::from_str(line).unwrap())
                .collect()
        };
        let documents = fs::read_to_string(gold.join("documents.json")).unwrap();
        Self {
            documents: serde_json::from_str(&documents).unwrap(),
            claims: rows("claims.jsonl"),
            money: rows("money.jsonl"),
            designations: rows("designations.jsonl"),
            replies: rows("right_of_reply.jsonl"),
            recommendations: rows("recommendations.jsonl"),
            entities: rows("aliases.jsonl"),
        }
    }

    /// The file that a row is of.
    pub fn file(&self, row: &Value) -> &str {
        &self.documents[row["doc"].as_str().unwrap()]
    }
}

/// A text field; empty where there is none.
pub fn text<'v>(row: &'v Value, field: &str) -> &'v str {
    row[field].as_str().unwrap_or_default()
}
