import tactics from './tactics.tsv?raw'
import techniques from './techniques.tsv?raw'

/** The two tables of which the ATT&CK view is made; the rest of the knowledge stays with the readers. */
export const attackTables = { tactics, techniques }
