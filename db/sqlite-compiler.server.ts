import { type LimitNode, SqliteQueryCompiler } from "kysely";

/** Writes queries in SQLite's words, so that each is planned once: where a bare value stands after `limit`, SQLite plans again at each run, which takes ten times as long as a small query itself. */
export class CompilerForSqlite extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode) {
    super.visitLimit(node);
    this.append(" + 0");
  }
}
