/** Says, at the end of a run, how many tests passed on each engine. Plain JavaScript, for it is loaded with the configuration. */

const engines = { sqlite: "SQLite", postgres: "PostgreSQL" };

export class CountByEngine {
  onTestRunEnd(modules) {
    const counts = { sqlite: 0, postgres: 0 };
    for (const module of modules) {
      const engine = module.project.name.endsWith("postgres") ? "postgres" : "sqlite";
      for (const test of module.children.allTests()) {
        if (test.result().state === "passed") counts[engine] += 1;
      }
    }
    const told = Object.entries(engines)
      .filter(([engine]) => counts[engine] > 0)
      .map(([engine, name]) => `${counts[engine].toLocaleString("en")} tests passed on ${name}`);
    // What opens no database is run once, with SQLite's.
    if (told.length > 0) console.log(`\n${told.join(", ")}.\n`);
  }
}
