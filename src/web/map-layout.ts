import * as dagre from '@dagrejs/dagre';
import type { ArrangementMap, Tie, TieKind } from '../assessment/arrangement-map.ts';
import type { Ref } from '../model/field.ts';

/** What is used of dagre: its own types name files without their endings and do not resolve. */
interface Drawing {
  setGraph(label: object): void;
  setDefaultEdgeLabel(label: () => object): void;
  setNode(name: string, label: object): void;
  setEdge(from: string, to: string, label: object): void;
  graph(): { readonly width?: number; readonly height?: number };
  node(name: string): Point;
  edge(from: string, to: string): { readonly points: readonly Point[] };
}
const { Graph, layout } = dagre as unknown as { readonly Graph: new () => Drawing; readonly layout: (drawing: Drawing) => void };

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode {
  readonly ref: Ref;
  /** Of the upper left corner. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedTie {
  /** Every kind of tie between the two, so that no line hides another. */
  readonly kinds: readonly TieKind[];
  /** The data of an SVG path. */
  readonly path: string;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly ties: readonly PlacedTie[];
}

export const BOX = { width: 190, height: 54 } as const;
const MARGIN = 4;

/** Where each post, body and function stands: lines run from left to right, so that names can be read. */
export function mapLayout({ nodes, ties }: ArrangementMap): MapLayout {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 10, edgesep: 4, ranksep: 60, marginx: MARGIN, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { ref } of nodes) graph.setNode(ref, { ...BOX });
  const between = new Map<string, { readonly from: Ref; readonly to: Ref; readonly kinds: Set<TieKind> }>();
  for (const { from, to, kind } of ties) {
    const key = `${from} ${to}`;
    const tied = between.get(key) ?? { from, to, kinds: new Set<TieKind>() };
    tied.kinds.add(kind);
    between.set(key, tied);
  }
  // Lines of management make the ranks; a seat pulls less.
  for (const { from, to, kinds } of between.values()) graph.setEdge(from, to, { weight: kinds.has('line') ? 4 : kinds.has('leads') ? 2 : 1 });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map(({ ref }) => {
      const { x, y } = graph.node(ref);
      return { ref, x: Math.round(x - BOX.width / 2), y: Math.round(y - BOX.height / 2) };
    }),
    ties: [...between.values()].map(({ from, to, kinds }) => ({ kinds: [...kinds], path: pathOf(graph.edge(from, to).points) })),
  };
}

const pathOf = (points: readonly Point[]): string => points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`).join('');

/** The ties of one kind that begin at a post or body, for the list beside the map. */
export const tiesFrom = (ties: readonly Tie[], from: Ref): readonly Tie[] => ties.filter((tie) => tie.from === from);
