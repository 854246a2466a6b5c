/**
 * Words of our genre that the treebank lacks, by tag, to be put in place of its words in training: verbs with a human subject and an object,
 * plural and singular nouns. General vocabulary of security news; no name.
 */
const verbs =
  'attack target breach compromise hack infiltrate penetrate hijack exploit infect cripple disrupt probe phish extort blackmail leak expose ' +
  'monitor surveil sabotage deface encrypt exfiltrate harvest weaponize patch disclose attribute accuse sanction indict blame warn ' +
  'backdoor impersonate trick lure bypass deploy install abuse leverage detect track investigate confirm deny acknowledge attempt use'
const plurals =
  'hackers attackers operators actors spies intruders criminals gangs affiliates researchers analysts officials victims targets organizations ' +
  'organisations agencies ministries companies firms providers telecoms carriers banks hospitals universities diplomats dissidents activists journalists lawmakers ' +
  'contractors entities networks servers systems devices routers accounts credentials credentials emails files documents vulnerabilities flaws ' +
  'implants backdoors trojans loaders payloads tools samples domains attacks intrusions breaches campaigns operations incidents'
const singulars =
  'group gang cluster actor malware ransomware spyware backdoor implant loader trojan botnet phishing espionage cyberespionage cyberattack ' +
  'intrusion breach hack campaign attack operation infrastructure network server vulnerability flaw exploit payload ministry embassy agency ' +
  'government company firm vendor provider operator utility grid airline hospital university parliament military telecom defence defense energy ' +
  'healthcare sector industry data access persistence email website domain subsidiary contractor'

export const threatVerbs = verbs.split(' ')
export const threatPlurals = plurals.split(' ')
export const threatSingulars = singulars.split(' ')

/** Inflects a regular verb to a Penn tag. */
export function inflect(verb: string, xpos: string): string {
  const bare = verb.endsWith('e') ? verb.slice(0, -1) : verb
  const isY = /[^aeiou]y$/.test(verb)
  if (xpos === 'VBZ')
    return isY ? `${verb.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`
  if (xpos === 'VBD' || xpos === 'VBN') return isY ? `${verb.slice(0, -1)}ied` : `${bare}ed`
  return xpos === 'VBG' ? `${bare}ing` : verb
}
