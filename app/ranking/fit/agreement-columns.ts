/** Agreement votes of the whole forum in columns, which a forum with many can hand from one thread to another. */

const FIRST_ROOM = 4_096;

export interface AgreementRow {
  post_id: number;
  person_id: number;
  /** The first topic of its thread; null where it has none. */
  topic_id: number | null;
  agree: number;
  /** Of the voter. */
  level: number;
}

/** In the order of post and person; 0 stands for no topic. */
export interface AgreementColumns {
  post: Float64Array;
  person: Float64Array;
  topic: Float64Array;
  agree: Int8Array;
  counts: Uint8Array;
}

const columnsFor = (size: number): AgreementColumns => ({
  post: new Float64Array(size),
  person: new Float64Array(size),
  topic: new Float64Array(size),
  agree: new Int8Array(size),
  counts: new Uint8Array(size),
});

/** Takes votes as they are read, a page at a time. */
export class AgreementReader {
  #columns = columnsFor(FIRST_ROOM);
  #length = 0;

  add(rows: readonly AgreementRow[]) {
    while (this.#length + rows.length > this.#columns.post.length) this.#grow();
    const { post, person, topic, agree, counts } = this.#columns;
    for (const row of rows) {
      const place = this.#length++;
      post[place] = row.post_id;
      person[place] = row.person_id;
      topic[place] = row.topic_id ?? 0;
      agree[place] = row.agree;
      counts[place] = row.level > 0 ? 1 : 0;
    }
  }

  #grow() {
    const { post, person, topic, agree, counts } = this.#columns;
    const larger = columnsFor(2 * post.length);
    larger.post.set(post);
    larger.person.set(person);
    larger.topic.set(topic);
    larger.agree.set(agree);
    larger.counts.set(counts);
    this.#columns = larger;
  }

  /** What was read. */
  end(): AgreementColumns {
    const { post, person, topic, agree, counts } = this.#columns;
    const length = this.#length;
    return {
      post: post.slice(0, length),
      person: person.slice(0, length),
      topic: topic.slice(0, length),
      agree: agree.slice(0, length),
      counts: counts.slice(0, length),
    };
  }
}
