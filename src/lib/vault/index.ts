export * from './entries.ts';
export { keep, keepable, type Keepable } from './keepable.ts';
export { offersFor, type Offer, type OfferContext } from './offers.ts';
export { knownPersons, type KnownPerson } from './people.ts';
export { pinLength, pinTrouble } from './pin.ts';
