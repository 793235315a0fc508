import { failingDisk } from '../../faults/campaigns/failing-disk.ts';
import { shortForm } from './short-form.ts';

shortForm(failingDisk);
