import { database } from '../../faults/campaigns/database.ts';
import { shortForm } from './short-form.ts';

shortForm(database);
