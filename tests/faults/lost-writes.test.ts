import { lostWrites } from '../../faults/campaigns/lost-writes.ts';
import { shortForm } from './short-form.ts';

shortForm(lostWrites);
