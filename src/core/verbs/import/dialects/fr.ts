// Banks of France. Days with slashes have the day first, amounts a decimal comma.
import { currency } from '../../../base/currency.ts'
import { type Dialect, dayFirst } from './dialect.ts'

const french = { country: 'FR', currency: currency('EUR'), usual: { ...dayFirst, decimal: ',' } } as const

export const france: readonly Dialect[] = [
  {
    ...french,
    name: 'boursobank',
    bank: 'BoursoBank (Boursorama)',
    headings: [
      'dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance',
      'dateOp;dateVal;label;category;categoryParent;supplierFound;amount;accountNum;accountLabel;accountBalance',
      'dateOp;dateVal;label;category;categoryParent;supplierFound;amount;accountNum;accountLabel;accountBalance;customCategory;customSubcategory;customDescription',
    ],
    // The balance is that of the account on the day of the download, the same in every row.
    rules: { columns: { balance: '', ownAccount: 'accountNum' } },
  },
  {
    ...french,
    name: 'credit-agricole',
    bank: 'Crédit Agricole',
    headings: ['Date;Libellé;Débit euros;Crédit euros', 'Date;Date valeur;Libellé;Débit euros;Crédit euros'],
  },
  {
    ...french,
    name: 'bnp',
    bank: 'BNP Paribas',
    headings: ['Date operation;Libelle court;Type operation;Libelle operation;Montant operation en euro'],
  },
  {
    ...french,
    name: 'societe-generale',
    bank: 'Société Générale',
    headings: ["Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise"],
  },
  {
    ...french,
    name: 'caisse-epargne',
    bank: 'Caisse d’Epargne, Banque Populaire',
    headings: [
      'Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;Informations complementaires;Type operation;Categorie;Sous categorie;Debit;Credit;Date operation;Date de valeur;Pointage operation',
    ],
    rules: {
      columns: { date: 'Date de comptabilisation', text: 'Libelle operation', note: 'Informations complementaires' },
    },
  },
  {
    ...french,
    name: 'credit-mutuel',
    bank: 'Crédit Mutuel, CIC',
    headings: ['Date;Date de valeur;Débit;Crédit;Libellé;Solde', 'Date;Date de valeur;Montant;Libellé;Solde'],
  },
  {
    ...french,
    name: 'banque-postale',
    bank: 'La Banque Postale',
    headings: ['Date;Libellé;Montant(EUROS)', 'Date;Libellé;Montant(EUROS);Montant(FRANCS)'],
    rules: { columns: { amount: 'Montant(EUROS)' } },
  },
  {
    ...french,
    name: 'fortuneo',
    bank: 'Fortuneo',
    headings: ['Date opération;Date valeur;libellé;Débit;Crédit'],
  },
]
