//! `incident ID`: the figures of one event side by side.

use std::io::{self, Write};

use casebook::Loaded;
use casebook::export::incident_rows;
use casebook::judgements::Item;
use reason::citations::WorkKind;
use reason::incidents::rules::{Rule, choose};
use reason::incidents::table::{Row, Tables};
use reason::incidents::{ClaimRef, Incident};
use reason::origins::{Report, grade};
use reason::{Inherited, Source};
use serde_json::json;

use super::incidents::{extent_words, origin_words, quantities, title};
use super::{FROM_BEFORE, FROM_BEFORE_WORDS, item, loaded, phrases};
use crate::cli::{self, BestFigure};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::table::{Column, Table};
use crate::terminal::{Terminal, counted, escape, style};

/// Shows every figure with who says it; chooses none unless a rule is named.
pub fn run(arguments: &cli::Incident, terminal: Terminal) -> Result<Exit, Explained> {
    let rule = arguments.rule.map(|rule| named(rule, &arguments.order)).transpose()?;
    let loaded = loaded(&arguments.look, terminal)?;
    let Item::Incident(index) = item(&loaded, &arguments.id)? else {
        return Err(Explained::new(format!("`{}` is no incident", arguments.id))
            .hint("`tickmark incidents` prints their ids"));
    };
    let incident = &loaded.conclusions.incidents[index];
    let sources = loaded.sources();
    let rows = Tables::new(&sources, &loaded.conclusions).rows(incident);
    let shown = Shown { loaded: &loaded, sources: &sources, incident, rule: rule.as_ref() };
    let mut out = terminal.results();
    match arguments.look.json {
        true => writeln!(out, "{}", shown.as_json(index, &rows))?,
        false => shown.for_people(&mut out, &rows, terminal.room())?,
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn named(rule: BestFigure, order: &[String]) -> Result<Rule, Explained> {
    Ok(match rule {
        BestFigure::Ucdp => Rule::Ucdp,
        BestFigure::Acled => Rule::Acled,
        BestFigure::Majority => Rule::Majority,
        BestFigure::Hierarchy => {
            Rule::Hierarchy(order.iter().map(|name| kind(name.trim())).collect::<Result<_, _>>()?)
        }
    })
}

fn kind(name: &str) -> Result<WorkKind, Explained> {
    WorkKind::ALL.into_iter().find(|kind| kind.name() == name).ok_or_else(|| {
        let known = WorkKind::ALL.map(WorkKind::name);
        Explained::new(format!("no source is of kind `{name}`"))
            .hint(format!("known are {}", known.join(", ")))
    })
}

/// One incident with what it is made of.
struct Shown<'a> {
    loaded: &'a Loaded,
    sources: &'a [Source<'a>],
    incident: &'a Incident,
    rule: Option<&'a Rule>,
}

impl Shown<'_> {
    fn for_people(&self, out: &mut impl Write, rows: &[Row], width: usize) -> io::Result<()> {
        let (strong, help) = (style::STRONG, style::HELP);
        writeln!(out, "{strong}{}{strong:#} ({})", escape::line(&self.incident.name), self.incident.id)?;
        writeln!(out, "{}", escape::line(&self.summary()))?;
        for quantity in quantities(rows) {
            writeln!(out)?;
            self.quantity(out, &quantity, width)?;
        }
        if rows.iter().any(|row| self.has_from_before(row)) {
            writeln!(out, "\n{FROM_BEFORE} {FROM_BEFORE_WORDS}")?;
        }
        self.disputes(out)?;
        self.joins(out)?;
        match self.rule {
            Some(_) => Ok(()),
            None => writeln!(
                out,
                "\n{help}hint{help:#}: no figure is chosen; `--rule ucdp`, `acled`, `majority` or `hierarchy` chooses one and says what it leaves out"
            ),
        }
    }

    fn summary(&self) -> String {
        let when = phrases::interval(self.incident.when);
        let documents: std::collections::HashSet<_> =
            self.incident.claims.iter().map(|of| of.document).collect();
        let claims = counted(self.incident.claims.len(), "claim", "claims");
        let documents = counted(documents.len(), "document", "documents");
        let parts =
            [self.incident.place.clone().unwrap_or_default(), when, format!("{claims} in {documents}")];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn quantity(&self, out: &mut impl Write, rows: &[&Row], width: usize) -> io::Result<()> {
        let strong = style::STRONG;
        let title = title(self.sources, rows);
        writeln!(out, "{strong}{}{strong:#}", escape::line(&title))?;
        self.table(rows).write(out, width)?;
        let extent = extent_words(rows);
        if !extent.is_empty() {
            writeln!(out, "  over origins: {extent}")?;
        }
        let grade = self.grade(rows);
        writeln!(out, "  corroboration {}: {}", grade.level.number(), escape::line(&grade.reason))?;
        self.choice(out, rows)
    }

    fn table(&self, rows: &[&Row]) -> Table {
        let columns = [
            Column::Right("FIGURE"),
            Column::Filling("WHO SAYS IT"),
            Column::Left("SAID ON"),
            Column::Filling("IN"),
            Column::Filling("ORIGINS"),
            Column::Left("CLAIM"),
        ];
        let mut table = Table::new(columns, 2);
        for row in rows {
            let origins: Vec<_> =
                row.origins.iter().map(|origin| phrases::standing(self.loaded, *origin)).collect();
            table.row([
                self.written(row),
                self.said_by(row)
                    .map_or_else(|| "the document itself".to_owned(), |who| self.marked(row, who)),
                row.said_on.map(|date| date.to_string()).unwrap_or_default(),
                self.place(row.claim),
                origins.join("; "),
                self.id(row.claim),
            ]);
        }
        table
    }

    /// The figure: in the document's own words where it is not exact.
    fn written(&self, row: &Row) -> String {
        row.written.clone().unwrap_or_else(|| row.figure.words())
    }

    fn said_by(&self, row: &Row) -> Option<String> {
        let source = &self.sources[row.claim.document];
        let chain: Vec<_> =
            row.said_by.iter().map(|span| source.analysis.words(source.document, *span)).collect();
        (!chain.is_empty()).then(|| chain.join(", through "))
    }

    /// With a sign where the speaker is named in another sentence.
    fn marked(&self, row: &Row, who: String) -> String {
        if self.has_from_before(row) { format!("{who} {FROM_BEFORE}") } else { who }
    }

    fn has_from_before(&self, row: &Row) -> bool {
        let analysis = self.sources[row.claim.document].analysis;
        let inherited = analysis.inherited(&analysis.claims[row.claim.claim]);
        inherited.iter().any(|(what, _)| *what == Inherited::Speaker)
    }

    fn place(&self, claim: ClaimRef) -> String {
        let of = &self.loaded.documents[claim.document];
        let notes = phrases::notes(self.loaded, claim);
        match notes.is_empty() {
            true => of.exhibit.label.clone(),
            false => format!("{notes}, {}", of.exhibit.label),
        }
    }

    fn id(&self, claim: ClaimRef) -> String {
        casebook::export::claim_id(self.loaded, claim)
    }

    fn grade(&self, rows: &[&Row]) -> reason::origins::Grade {
        let sides: Vec<Option<String>> = rows.iter().map(|row| self.said_by(row)).collect();
        let reports: Vec<Report<'_>> = rows
            .iter()
            .zip(&sides)
            .flat_map(|(row, side)| {
                row.reports.iter().map(|work| Report { work: *work, side: side.as_deref() })
            })
            .collect();
        grade(&self.loaded.conclusions.origins, &self.loaded.conclusions.works, &reports)
    }

    fn choice(&self, out: &mut impl Write, rows: &[&Row]) -> io::Result<()> {
        let Some(rule) = self.rule else { return Ok(()) };
        let concluded = &self.loaded.conclusions;
        let Some(choice) = choose(rule, rows, &concluded.works, &concluded.origins) else { return Ok(()) };
        let best = choice.best.map_or_else(|| "none".to_owned(), |best| best.to_string());
        let (name, reason) = (rule.name(), escape::line(&choice.reason).into_owned());
        writeln!(out, "  by rule {name}: {best} (low {}, high {}): {reason}", choice.low, choice.high)?;
        let left: Vec<_> = choice.left_out.iter().map(|row| self.told(rows[*row])).collect();
        match left.is_empty() {
            true => Ok(()),
            false => writeln!(out, "  it leaves out {}", escape::line(&left.join("; "))),
        }
    }

    /// `84 (the Halden Front)`.
    fn told(&self, row: &Row) -> String {
        let who = self.said_by(row).unwrap_or_else(|| self.place(row.claim));
        format!("{} ({who})", self.written(row))
    }

    fn disputes(&self, out: &mut impl Write) -> io::Result<()> {
        let (strong, warning) = (style::STRONG, style::WARNING);
        if self.incident.contested.is_empty() {
            return writeln!(out, "\nno figures of it are disputed");
        }
        writeln!(out, "\n{warning}Disputed{warning:#}")?;
        for contest in &self.incident.contested {
            let victims = contest.victims.as_ref().map_or_else(String::new, |victims| format!(", {victims}"));
            let what = contest.what.name().replace('_', " ");
            writeln!(out, "  {strong}{what}{}{strong:#}", escape::line(&victims))?;
            for side in &contest.figures {
                let who = side.attributed_to.as_deref().unwrap_or("the document itself");
                let claims: Vec<_> = side.claims.iter().map(|claim| self.id(*claim)).collect();
                writeln!(
                    out,
                    "    {} says {} ({})",
                    escape::line(who),
                    side.figure.words(),
                    claims.join(", ")
                )?;
            }
        }
        Ok(())
    }

    fn joins(&self, out: &mut impl Write) -> io::Result<()> {
        if self.incident.joins.is_empty() {
            return Ok(());
        }
        let (strong, help) = (style::STRONG, style::HELP);
        writeln!(out, "\n{strong}Why these claims stand together{strong:#}")?;
        for join in &self.incident.joins {
            let (claim, to) = (self.id(join.claim), self.id(join.to));
            writeln!(out, "  {claim} with {to}: {}", escape::line(&join.reason))?;
        }
        writeln!(
            out,
            "{help}next{help:#}: `tickmark judge different CLAIM CLAIM --reason WORDS` takes two apart"
        )
    }

    /// The exported row, with every figure.
    fn as_json(&self, index: usize, rows: &[Row]) -> serde_json::Value {
        let mut row = incident_rows(self.loaded).nth(index).map(|row| json!(row)).unwrap_or_default();
        let quantities: Vec<_> = quantities(rows).iter().map(|rows| self.quantity_json(rows)).collect();
        row["quantities"] = json!(quantities);
        row
    }

    fn quantity_json(&self, rows: &[&Row]) -> serde_json::Value {
        let concluded = &self.loaded.conclusions;
        let extent = reason::incidents::table::extent(rows);
        let grade = self.grade(rows);
        let choice = self.rule.and_then(|rule| {
            let choice = choose(rule, rows, &concluded.works, &concluded.origins)?;
            let left: Vec<_> = choice.left_out.iter().map(|row| self.id(rows[*row].claim)).collect();
            Some(json!({"rule": rule.name(), "low": choice.low, "best": choice.best, "high": choice.high,
                "reason": choice.reason, "left_out": left}))
        });
        let figures: Vec<_> = rows.iter().map(|row| self.figure_json(row)).collect();
        json!({
            "title": title(self.sources, rows),
            "low": extent.map(|extent| extent.low),
            "high": extent.map(|extent| extent.high),
            "open": extent.is_some_and(|extent| extent.open),
            "count": origin_words(self.loaded, rows),
            "grade": grade.level.number(),
            "grade_reason": grade.reason,
            "figures": figures,
            "best": choice,
        })
    }

    fn figure_json(&self, row: &Row) -> serde_json::Value {
        let ids = |standings: &[usize]| -> Vec<String> {
            standings.iter().map(|one| phrases::standing_id(self.loaded, *one)).collect()
        };
        json!({
            "claim": self.id(row.claim),
            "low": row.figure.low,
            "high": row.figure.high,
            "approximate": row.figure.approximate,
            "attributed_to": self.said_by(row),
            "said_on": row.said_on.map(|date| date.to_string()),
            "reports": ids(&row.reports),
            "origins": ids(&row.origins),
        })
    }
}
