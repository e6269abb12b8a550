/** The single changes to a file of code that a test should notice, as a slip of the hand would make them. */
import { parseSync, Visitor } from 'vite';

export interface Mutant {
  file: string;
  /** From 1. */
  line: number;
  /** UTF-16 offsets of what is replaced. */
  start: number;
  end: number;
  text: string;
}

/** An operator, and what stands in its place. */
const operators: Record<string, string> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
  '??': '&&',
};
const methods: Record<string, string> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  append: 'prepend',
};

interface Node {
  start: number;
  end: number;
}

/** All mutants of a file, in the order of its text. */
export function mutantsOf(file: string, code: string): Mutant[] {
  const found: Mutant[] = [];
  const replace = (start: number, end: number, text: string) =>
    found.push({ file, line: code.slice(0, start).split('\n').length, start, end, text });
  /** The operator stands between its two sides, maybe behind a bracket or a comment. */
  const turn = (left: Node, right: Node, operator: string) => {
    const start = code.indexOf(operator, left.end);
    const other = operators[operator];
    if (other !== undefined && start >= 0 && start < right.start) replace(start, start + operator.length, other);
  };
  const commaBehind = (end: number): number => /^\s*,/.exec(code.slice(end))?.[0].length ?? 0;
  const types: Node[] = [];
  new Visitor({
    BinaryExpression: ({ left, right, operator }) => {
      if (!(operator === '+' && [left, right].some(isText))) turn(left, right, operator);
    },
    LogicalExpression: ({ left, right, operator }) => turn(left, right, operator),
    UnaryExpression: ({ operator, start, argument }) => {
      if (operator === '!') replace(start, argument.start, '');
    },
    Literal: ({ value, start, end }) => {
      if (typeof value === 'boolean') replace(start, end, String(!value));
    },
    IfStatement: ({ test: { start, end } }) => replace(start, end, `!(${code.slice(start, end)})`),
    ConditionalExpression: ({ test: { start, end } }) => replace(start, end, `!(${code.slice(start, end)})`),
    CallExpression: ({ callee }) => {
      if (callee.type !== 'MemberExpression' || callee.computed) return;
      const { start, end } = callee.property;
      const other = methods[code.slice(start, end)];
      if (other !== undefined) replace(start, end, other);
    },
    ExpressionStatement: ({ expression, start, end }) => {
      if (expression.type !== 'Literal') replace(start, end, ';');
    },
    ObjectExpression: ({ properties }) => {
      for (const property of properties)
        if (property.type === 'Property' && !property.method && property.value.type !== 'ArrowFunctionExpression')
          replace(property.start, property.end + commaBehind(property.end), '');
    },
    TSLiteralType: (type) => types.push(type),
  }).visit(parseSync(file, code).program);
  return found
    .filter(({ start, end }) => !types.some((type) => type.start <= start && end <= type.end))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

export function mutated(code: string, { start, end, text }: Mutant): string {
  return code.slice(0, start) + text + code.slice(end);
}

const isText = ({ type, value }: { type: string; value?: unknown }): boolean =>
  type === 'TemplateLiteral' || typeof value === 'string';

/** So many of a file's mutants, spread over its text. The same each time, whatever is changed in other files. */
export function sampleOf(mutants: readonly Mutant[], most: number): Mutant[] {
  const step = mutants.length / most;
  if (step <= 1) return [...mutants];
  const [first] = mutants;
  const offset = (hashOf(first!.file) % 1000) / 1000;
  return Array.from({ length: most }, (_, at) => mutants[Math.floor((at + offset) * step)]!);
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
