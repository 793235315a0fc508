import type { Gathering, FoundRecord } from '../findings.ts';
import { foreignId } from '../foreign-id.ts';
import { bodyId } from './committees.ts';
import type { Seen } from './meetings.ts';
import { personId } from './people.ts';

/** One for each person on each committee, so that it is found again. */
export const seatId = (committee: string, member: string): string => foreignId('mg-seat', committee, member);

/** The seats that the roles in the attendance show: each from the first meeting at which somebody was seen in it. */
export function takeSeats(seen: readonly Seen[], gathering: Gathering): void {
  for (const spells of Map.groupBy(seen, ({ committee, member }) => seatId(committee, member)).values()) {
    const inOrder = spells.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    const begun = inOrder.filter(({ role }, index) => inOrder[index - 1]?.role !== role);
    // Two roles at two meetings of one day: the later one stands.
    const apart = begun.filter(({ on }, index) => begun[index + 1]?.on !== on);
    gathering.put(apart.map(({ committee, member, role, on, element }, index): FoundRecord => {
      const until = apart[index + 1]?.on;
      return {
        kind: 'seats', name: [gathering.get('persons', personId(member))?.name, gathering.get('bodies', bodyId(committee))?.name].filter((part) => part !== undefined).join(', '), id: seatId(committee, member), period: 'seen', place: element.place,
        fields: { body: `bodies/${bodyId(committee)}`, holder: `persons/${personId(member)}`, role, from: on, ...(until === undefined ? {} : { until }) },
      };
    }));
  }
}
