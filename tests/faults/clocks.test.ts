import { clocks } from '../../faults/campaigns/clocks.ts';
import { shortForm } from './short-form.ts';

shortForm(clocks);
