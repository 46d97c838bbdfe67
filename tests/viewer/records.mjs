// SPDX-License-Identifier: MIT
// Records of `relata extract` for the tests of the viewer's page.

export const hostile = {
  script: "<script>window.hacked = 1</script>",
  image: "\"><img src=x onerror=\"window.hacked = 2\">",
  end: "</script><script>window.hacked = 3</script><!--",
  lines: "two\u2028lines\u2029and \u0001 & more",
};

const thing = (id, label, cls, aliases = [], wikidata = null) => ({ id, label, class: cls, wikidata, aliases });
const things = {
  putin: thing("Q7747", "Vladimir Putin", "Person", ["Putin"], "Q7747"),
  erdogan: thing("Q39259", "Recep Tayyip Erdoğan", "Person", ["Erdoğan"], "Q39259"),
  russia: thing("Q159", "Russia", "Country", ["Moscow", "Russian"], "Q159"),
  georgia: thing("Q230", "Georgia", "Country", [], "Q230"),
  inf: thing("t1", "INF Treaty", "Treaty", ["the INF"]),
  usa: thing("Q30", "United States", "Country", ["Washington"], "Q30"),
  far: thing("p9", "Ann Far", "Person"),
  away: thing("p10", "Bo Away", "Person"),
  script: thing("h1", hostile.script, "Person", [hostile.image]),
  image: thing("h2", hostile.image, "Organization", [], "Q1\"><script>window.hacked = 4</script>"),
  end: thing("h3", hostile.end, "Location"),
  lines: thing("h4", hostile.lines, "Issue"),
};
const articles = [
  { id: "a1", uri: "https://news.example/2008/war?x=1&y=2", title: "War at the border", published: "2008-08-07" },
  { id: "a2", uri: "treaty.txt", title: "Out of the treaty", published: "2018-10-20" },
  { id: "a3", uri: "javascript:window.hacked=5", title: "<b onmouseover=\"window.hacked = 6\">Title</b>", published: "2019-07-25" },
];

let at = 0;
function statement(article, subject, relation, object, status, confidence, sentence, extra = {}) {
  at += 1000;
  return {
    type: "statement", article: articles[article], subject: things[subject] ?? subject, relation, open: relation.startsWith("open:"), object: things[object] ?? object,
    status, source: null, time: null, confidence, evidence: { sentence, begin: at, end: at + Array.from(sentence).length }, ...extra,
  };
}

/** 11 statements of 10 edges; two of the hostile names meet. */
export function sample() {
  at = 0;
  const mention = (article, who, mentions) => ({ type: "entity", article: articles[article], ...things[who], mentions });
  const records = [
    statement(0, "georgia", "accused", "russia", "factual", 0.8, "Georgia accused Moscow of shelling villages."),
    statement(0, "russia", "attacked", "georgia", "denied", 0.7, "Russia denied that it attacked Georgia.", { source: things.russia }),
    statement(1, "usa", "withdrew_from", "inf", "planned", 0.8, "Washington would leave the INF.", { time: { start: "2018-10-22", end: "2018-10-28", text: "next week" } }),
    statement(1, "usa", "withdrew_from", "inf", "planned", 0.6, "The United States plans to leave the INF Treaty."),
    statement(1, "putin", "leader_of", "russia", "factual", 0.9, "Russian President Vladimir Putin spoke."),
    statement(2, "erdogan", "met_with", "putin", "factual", 0.8, "😀 Erdoğan met Putin in Moscow."),
    statement(2, "putin", "open:wave_at", "usa", "hypothetical", 0.4, "Putin might wave at Washington."),
    statement(2, "far", "met_with", "away", "reported", 0.5, "Far met Away, aides say."),
    statement(2, "putin", "born_in", { value: "1952-10-07", datatype: "xsd:date", class: "Date", aliases: ["October 7, 1952"] }, "factual", 0.7, "Putin was born on October 7, 1952."),
    statement(2, "script", "accused", "image", "factual", 0.7, `${hostile.script} accused ${hostile.image}.`),
    statement(2, "end", "accused", "lines", "factual", 0.7, `${hostile.end} accused ${hostile.lines}.`),
  ];
  records.push(mention(2, "erdogan", [[6002, 6009]]), mention(2, "putin", [[6014, 6019]]));
  return records;
}

/** A graph with hubs and this many statements. */
export function large(count) {
  const records = [];
  let state = 7;
  const random = (n) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 4294967296) * n); };
  const nodes = Math.floor(count / 2.5);
  const one = (i) => ({ id: `n${i}`, label: `Entity ${i}`, class: ["Person", "Country", "Organization", "Event"][i % 4], wikidata: null, aliases: [] });
  const relations = ["accused", "met_with", "wrote_to", "attacked", "leader_of"];
  for (let i = 0; i < count; i += 1) {
    const a = random(nodes);
    const group = a - (a % 150);
    const b = random(4) === 0 ? random(nodes) : Math.min(nodes - 1, group + Math.min(random(150), random(150), random(150)));
    const j = i % 500;
    const sentence = `Entity ${a} did something to Entity ${b} in sentence ${i}.`;
    records.push({
      type: "statement", article: { id: `a${j}`, uri: `https://news.example/${j}`, title: `Article ${j}`, published: `20${10 + (j % 10)}-0${1 + (j % 9)}-1${j % 10}` },
      subject: one(a), relation: relations[random(5)], open: false, object: one(b), status: random(6) === 0 ? "planned" : "factual", source: null, time: null,
      confidence: 0.5 + random(45) / 100, evidence: { sentence, begin: i * 200, end: i * 200 + sentence.length },
    });
  }
  return records;
}
