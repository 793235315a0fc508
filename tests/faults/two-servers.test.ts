import { twoServers } from '../../faults/campaigns/two-servers.ts';
import { shortForm } from './short-form.ts';

shortForm(twoServers);
