/** One line of the report. */
export interface Row {
  what: string;
  /** What was measured, with its unit. */
  value: number | null;
  unit: string;
  /** `<=` 0.8, `>=` 60; none for what is only reported. */
  goal?: ['<=' | '>=', number];
  /** How the figure came about, where it does not say itself. */
  note?: string;
}

export function verdict({ value, goal }: Row): string {
  if (!goal) return '';
  if (value === null) return 'not measured';
  const [sign, limit] = goal;
  return (sign === '<=' ? value <= limit : value >= limit) ? 'met' : 'NOT MET';
}

export function printRows(rows: readonly Row[]): void {
  const table = [
    ['what', 'measured', 'goal', '', ''],
    ...rows.map((row) => [
      row.what,
      row.value === null ? '–' : `${round(row.value)} ${row.unit}`.trim(),
      row.goal ? row.goal.join(' ') : '',
      verdict(row),
      row.note ?? '',
    ]),
  ];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((cells) => cells[column]!.length)));
  for (const cells of table)
    console.log(
      cells
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    );
}

export function round(value: number): number {
  return Number(value.toPrecision(3));
}
