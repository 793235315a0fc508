import { flips } from '../../faults/campaigns/flips.ts';
import { shortForm } from './short-form.ts';

shortForm(flips);
