import { retries } from '../../faults/campaigns/retries.ts';
import { shortForm } from './short-form.ts';

shortForm(retries);
