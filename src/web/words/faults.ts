export const faultWords = {
  title: { en: 'Sorry, there is a problem with the service', cy: 'Mae’n ddrwg gennym, mae problem gyda’r gwasanaeth' },
  ours: { en: 'The fault is ours. It has been written down where the service runs.', cy: 'Ein bai ni yw hyn. Fe’i cofnodwyd lle mae’r gwasanaeth yn rhedeg.' },
  again: { en: 'Try again in a little while, or go to the authorities.', cy: 'Rhowch gynnig arall arni ymhen ychydig, neu ewch at yr awdurdodau.' },
  start: { en: 'Go to the authorities', cy: 'Mynd at yr awdurdodau' },
  unreadableTitle: { en: 'This register cannot be read', cy: 'Ni ellir darllen y gofrestr hon' },
  unreadable: { en: 'Its file has faults. Mend them and start the service again.', cy: 'Mae gwallau yn ei ffeil. Cywirwch nhw a dechreuwch y gwasanaeth eto.' },
  badRequestTitle: { en: 'This address cannot be read', cy: 'Ni ellir darllen y cyfeiriad hwn' },
  badRequest: { en: 'It is not written as an address must be. Follow a link from the authorities instead.', cy: 'Nid yw wedi’i ysgrifennu fel y mae’n rhaid i gyfeiriad fod. Dilynwch ddolen o’r awdurdodau yn lle hynny.' },
} as const;
