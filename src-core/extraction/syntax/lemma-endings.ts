// Written by build/scripts/syntax/lemma-endings.ts from UD_English-EWT (CC BY-SA 4.0) and word counts; do not edit.
// Endings of a verb's form without -ed or -ing; ^ is the word's start; the longest that fits decides.

/** The lemma has an e: "compromis" → "compromise". */
export const takesE =
  'b c g i s u v z af ak am ap ar at bl cl cr dl fl gl id ik ip ir kl od om ot pl re se sl te th tl ud ' +
  'uk ul um un ur ut yl yp zl ast bin bit cad cal ced cil cit cor din dit dol dor dup fad fil fin gad ' +
  'gin gor had hal hin hok hol hon hop ier jok lan let lin lon lor mil mim min mok nit nor pal ped pet ' +
  'pil pin pok pon pto rad ran rin rit rok rop sed sol tim tin tok ton tor uad uil vad ven vin vit vok ' +
  'wad wan wok xil ^ach ^bor ^cop ^fet ^ril ccus cret dher ecus hing hron loth meat neat pong rfer rout ' +
  'xcus ^ting creat cring fring mping ondon sooth lescop ' +
  'rsever'

/** The lemma has one consonant less: "stopp" → "stop". */
export const isHalved =
  'bb gg kk mm nn pp rr tt zz edd idd lll odd oll udd bell cell dall dell hall nall nell null padd pell ' +
  'rall till uall uell vall vell wadd erill lfill nsell ' +
  'otall'

/** The lemma is the form itself: "breach". */
export const isKept =
  'ki mb rb ss tz aid air aud aul bar cus dot eak eam eap ear eat ebb eur gar hip ing lot mid mur nap ' +
  'oak oam oar oat oid ong ood oom oot oth oud oul our out rip rth som tar tom ute uum uzz ^bid ^err ' +
  '^rob ^run abit bang bath cast ccur char cott ctor drop east ebut erit even fang gang gram ibit icit ' +
  'ilor itor iven ivot last llar mbat oast olor onor otor poll rast rbit shal toll tton udit utor ^butt ' +
  '^edit ^hang ^laps ^roll ^till iphon kroll prout quell redit ueath umpet ^spell ' +
  'stroll'
