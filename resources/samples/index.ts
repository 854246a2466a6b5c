import earthCentaur from './earth-centaur-transport.md?raw'
import officeOpening from './office-opening.txt?raw'
import tropicTrooper from './tropic-trooper-middle-east.html?raw'
import weeklyDigest from './weekly-digest-june-2022.html?raw'

/** Reports for a first look; see README.md for where they come from. */
export const sampleReports: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'earth-centaur-transport.md', text: earthCentaur },
  { name: 'tropic-trooper-middle-east.html', text: tropicTrooper },
  { name: 'weekly-digest-june-2022.html', text: weeklyDigest },
  { name: 'office-opening.txt', text: officeOpening },
]
