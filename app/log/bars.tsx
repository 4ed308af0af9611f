/** A plot of one figure over months, as bars. What it shows stands in a table beneath. */
import { say } from "../strings/say.ts";
import { monthShort } from "./month.ts";
import { ticksOf, topOf } from "./report.ts";

interface BarsProps {
  /** What is drawn, as a heading says it. */
  title: string;
  months: readonly { name: string; value: number | null }[];
}

/** As wide as a phone, so that its letters are no smaller there. */
const WIDTH = 320;
const HEIGHT = 140;
const LEFT = 36;
const BOTTOM = 24;
const TOP = 12;

export function Bars({ title, months }: BarsProps) {
  const top = topOf(months.map(({ value }) => value ?? 0));
  const step = (WIDTH - LEFT) / months.length;
  const room = HEIGHT - BOTTOM - TOP;
  const heightOf = (value: number) => (room * value) / top;
  const said = months.map(({ name, value }) => `${monthShort(name)} ${value ?? "–"}`).join(", ");
  return (
    <figure className="bars">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={say("log.report.plot", { title, said })}
      >
        {ticksOf(top).map((value) => (
          <g key={value}>
            <line
              className="rule"
              x1={LEFT}
              x2={WIDTH}
              y1={HEIGHT - BOTTOM - heightOf(value)}
              y2={HEIGHT - BOTTOM - heightOf(value)}
            />
            <text x={LEFT - 6} y={HEIGHT - BOTTOM - heightOf(value) + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {months.map(({ name, value }, place) => (
          <g key={name}>
            {value !== null && value > 0 && (
              <rect
                className="bar"
                x={LEFT + step * place + step * 0.2}
                width={step * 0.6}
                y={HEIGHT - BOTTOM - heightOf(value)}
                height={heightOf(value)}
              />
            )}
            {(months.length - place) % 2 === 1 && (
              <text x={LEFT + step * (place + 0.5)} y={HEIGHT - 6} textAnchor="middle">
                {monthShort(name)}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}
