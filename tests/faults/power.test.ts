import { power } from '../../faults/campaigns/power.ts';
import { shortForm } from './short-form.ts';

shortForm(power);
