import { z } from 'zod';
import type { Report } from '../model/reporting.ts';
import { fieldsOf, valueWords } from './field-shape.ts';

/** The types of report that a test may name. */
export const reportTypes = z.enum([...(fieldsOf('reports').get('type')?.values.keys() ?? [])] as [Report['type'], ...Report['type'][]]);

export const reportTypeWords = (types: readonly string[]) => types.map((type) => valueWords('reports', 'type', type));
