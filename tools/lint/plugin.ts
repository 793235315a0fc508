import { importFault } from './import-check.ts';

/** What this plugin uses of the linter's plugin interface (ESLint's shape, which oxlint runs). */
interface Context {
  readonly cwd: string;
  readonly filename: string;
  readonly sourceCode: { getAllComments(): readonly Comment[] };
  report(fault: { node: unknown; message: string }): void;
}
interface Comment {
  readonly value: string;
}
interface Importing {
  readonly source: { readonly value?: unknown } | null;
}

/** The import table of `rooms.ts`: static and dynamic imports, re-exports and type imports alike. */
const rooms = {
  create(context: Context) {
    const check = (node: Importing): void => {
      if (typeof node.source?.value !== 'string') return;
      const message = importFault(context.cwd, context.filename, node.source.value);
      if (message !== undefined) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

/** An exception to a lint rule carries its reason: `oxlint-disable-next-line RULE -- reason`. */
const reasonedException = {
  create(context: Context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (!/^\s*(?:ox|es)lint-disable/.test(comment.value) || / -- \S/.test(comment.value)) continue;
          context.report({ node: comment, message: 'An exception carries its reason: end the comment with ` -- ` and why.' });
        }
      },
    };
  },
};

export default { meta: { name: 'house' }, rules: { rooms, 'reasoned-exception': reasonedException } };
