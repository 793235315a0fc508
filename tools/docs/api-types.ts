/** A JSON Schema as far as our own document goes. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly description?: string;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Schema;
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly webhooks: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** TypeScript types of an OpenAPI document, in the form that openapi-fetch reads: it takes a list that is `readonly` for a group. */
export function apiTypes({ paths, components }: OpenApi): string {
  return `// Written by \`node tools/write-api.ts\` from docs/reference/openapi.json; another version of the document has other types.

export interface components {
  schemas: {
${Object.entries(components.schemas).map(([name, schema]) => `    ${name}: ${typeOf(schema)};`).join('\n')}
  };
}

export interface paths {
${Object.entries(paths).map(([path, methods]) => `  '${path}': {\n    parameters: { query?: never; header?: never; path?: never; cookie?: never };\n${METHODS.map((method) => `    ${methods[method] === undefined ? `${method}?: never` : `${method}: ${operationType(methods[method])}`};`).join('\n')}\n  };`).join('\n')}
}
`;
}

function operationType({ parameters = [], requestBody, responses }: Operation): string {
  const group = (place: string): string => {
    const own = parameters.filter((one) => one.in === place);
    if (own.length === 0) return `${place}?: never`;
    return `${place}${own.some(({ required }) => required) ? '' : '?'}: { ${own.map(({ name, required, schema }) => `${key(name)}${required ? '' : '?'}: ${typeOf(schema)}`).join('; ')} }`;
  };
  const body = requestBody === undefined ? 'requestBody?: never' : `requestBody: { content: ${contentType(requestBody.content)} }`;
  const answers = Object.entries(responses).map(([status, { content }]) => `${status}: { headers: Record<string, unknown>; ${content === undefined ? 'content?: never' : `content: ${contentType(content)}`} }`);
  return `{ parameters: { ${['query', 'header', 'path', 'cookie'].map(group).join('; ')} }; ${body}; responses: { ${answers.join('; ')} } }`;
}

const contentType = (content: Content): string => `{ ${Object.entries(content).map(([type, { schema }]) => `'${type}': ${typeOf(schema)}`).join('; ')} }`;

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return `components['schemas']['${schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)}']`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const several = schema.anyOf ?? schema.oneOf;
  if (several !== undefined) return several.map((one) => bracketed(typeOf(one))).join(' | ');
  if (schema.allOf !== undefined) return allOf(schema, schema.allOf);
  if (Array.isArray(schema.type)) return schema.type.map((type: string) => bracketed(typeOf({ ...schema, type }))).join(' | ');
  switch (schema.type) {
    case 'string': return 'string';
    case 'number':
    case 'integer': return 'number';
    case 'boolean': return 'boolean';
    case 'null': return 'null';
    case 'array': return schema.prefixItems === undefined ? `${bracketed(typeOf(schema.items ?? {}))}[]` : `[${schema.prefixItems.map(typeOf).join(', ')}]`;
    case 'object': return objectType(schema);
    default: return 'unknown';
  }
}

/** What is required of what another schema describes is picked from it. */
function allOf(schema: Schema, parts: readonly Schema[]): string {
  const types = parts.map(typeOf);
  const own = Object.keys(schema.properties ?? {});
  const elsewhere = (schema.required ?? []).filter((name) => !own.includes(name));
  const [first] = types;
  return [
    ...types,
    ...(own.length === 0 ? [] : [objectType({ ...schema, required: (schema.required ?? []).filter((name) => own.includes(name)) })]),
    ...(elsewhere.length === 0 || first === undefined ? [] : [`Required<Pick<${first}, ${elsewhere.map((name) => `'${name}'`).join(' | ')}>>`]),
  ].join(' & ');
}

function objectType({ properties, required = [], additionalProperties, propertyNames }: Schema): string {
  if (properties === undefined) {
    const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
    return propertyNames?.enum === undefined ? `Record<string, ${value}>` : `Record<${typeOf(propertyNames)}, ${value}>`;
  }
  return `{ ${Object.entries(properties).map(([name, inner]) => `${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(inner)}`).join('; ')} }`;
}

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`);
const bracketed = (type: string): string => (/[|&]/.test(type) ? `(${type})` : type);
