import { kills } from '../../faults/campaigns/kills.ts';
import { shortForm } from './short-form.ts';

shortForm(kills);
