/** The lines of an event stream, as browsers read them. */

interface Event {
  name: string;
  /** By which a browser says, when it connects again, what it got last. */
  id?: number;
  data: object;
}

export const writeEvent = ({ name, id, data }: Event): string =>
  `event: ${name}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;

/** Tells after how many milliseconds to connect again, should the connection end. */
export const writeRetry = (milliseconds: number): string => `retry: ${milliseconds}\n\n`;

/** Says nothing, so that nobody on the way takes the connection for a dead one. */
export const HEARTBEAT = ":\n\n";
