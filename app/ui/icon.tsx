/** Icons: 16 × 16, one line, never without a word beside them. */
const paths = {
  pen: "m2 14 .75-3.5L11 2.25 13.75 5 5.5 13.25z",
  parent: "M13 13.5V9.25a3 3 0 0 0-3-3H3.5M7 2.5 3.25 6.25 7 10",
  pin: "M5.5 2h5M6.5 2v4L4 9h8L9.5 6V2M8 9v5",
  inbox: "M1.5 9.5 3.5 3h9l2 6.5V13h-13zM1.5 9.5h4l1 1.75h3l1-1.75h4",
  scales: "M8 2v12M5 14h6M3 4.5h10M3 4.5l-1.75 5h3.5zM13 4.5l-1.75 5h3.5z",
  lock: "M3.5 7h9v7h-9zM5.5 7V4.5a2.5 2.5 0 0 1 5 0V7",
};

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
