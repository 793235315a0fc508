import { syncs } from '../../faults/campaigns/syncs.ts';
import { shortForm } from './short-form.ts';

shortForm(syncs);
