// Every dialect that crm knows reads a file as its bank writes it. Rows are invented; layouts, signs and orders of days are those that users
// of the banks have published (importers of beancount, ledger, firefly and others); the days of most rows could be read either way.
import { expect, test } from 'vitest'
import { dialects } from '../../../src/core/verbs/import/dialects/registry.ts'
import { delimiterOf, parseRecords } from '../../../src/formats/sheets/csv.ts'
import { statementLines } from '../../support/statements/lines.ts'

interface Sample {
  readonly rows: string
  /** Day, minor units and currency of each line. */
  readonly lines: readonly (readonly [string, number, string])[]
  /** What stands in every such field of the first line. */
  readonly first?: Readonly<Record<string, string | number>>
  readonly above?: string
}

const samples: Readonly<Record<string, Sample>> = {
  sparkasse: {
    rows: `DE02120300000000202051;06.10.26;06.10.26;GUTSCHR. UEBERWEISUNG;RE 2026-1;;;NOTPROVIDED;;;;Ahorn KG;DE02100500000054540402;BELADEBEXXX;1.234,56;EUR;Umsatz gebucht
DE02120300000000202051;05.10.26;05.10.26;LASTSCHRIFT;Strom;DE98ZZZ09999999999;M-1;E-1;;;;Stadtwerk;DE02300209000106531065;CMCIDEDD;-78,90;EUR;Umsatz gebucht
DE02120300000000202051;05.10.26;05.10.26;LASTSCHRIFT;Gas;;;;;;;Stadtwerk;;;-8,00;EUR;Umsatz vorgemerkt
`,
    lines: [
      ['2026-10-06', 123456, 'EUR'],
      ['2026-10-05', -7890, 'EUR'],
    ],
    first: { payer: 'Ahorn KG', payerAccount: 'DE02100500000054540402', text: 'RE 2026-1 GUTSCHR. UEBERWEISUNG' },
  },
  volksbank: {
    rows: `Girokonto;DE02120300000000202051;GENODEF1XXX;Volksbank;06.10.2026;06.10.2026;Ahorn KG;DE02100500000054540402;BELADEBEXXX;Überweisungsgutschr.;RE 7;1.234,56;EUR;2.000,00;;Sonstiges;;;
`,
    lines: [['2026-10-06', 123456, 'EUR']],
    first: { payer: 'Ahorn KG', balance: 200000, text: 'RE 7 Überweisungsgutschr.' },
  },
  'deutsche-bank': {
    above: 'Umsätze Girokonto;;;\n1.10.2026 - 7.10.2026\nLetzter Kontostand;;;;1.000,00;EUR\n',
    rows: `6.10.2026;6.10.2026;SEPA-Überweisung (Gutschrift);Ahorn KG;RE 7;DE02100500000054540402;BELADEBEXXX;NOTPROVIDED;;;;;;;;;1.234,56;EUR
7.10.2026;7.10.2026;Rücklastschrift;Birke GmbH;Retoure;DE02300209000106531065;CMCIDEDD;E-1;M-1;DE98ZZZ09999999999;3,00;-100,00;;;;-103,00;;EUR
Kontostand;7.10.2026;;;2.131,56;EUR
`,
    lines: [
      ['2026-10-06', 123456, 'EUR'],
      ['2026-10-07', -10300, 'EUR'],
    ],
    first: { payer: 'Ahorn KG', text: 'RE 7' },
  },
  commerzbank: {
    rows: `06.10.2026;06.10.2026;Gutschrift;Ahorn KG RE 7;1234,56;EUR;DE02120300000000202051;Unkategorisierte Einnahmen
`,
    lines: [['2026-10-06', 123456, 'EUR']],
    first: { text: 'Ahorn KG RE 7' },
  },
  comdirect: {
    above: ';\n"Umsätze Girokonto";"Zeitraum: 01.10.2026 - 07.10.2026";\n"Neuer Kontostand";"1.000,00 EUR";\n\n',
    rows: `"offen";"--";"Lastschrift / Belastung";"Auftraggeber: Laden Buchungstext: Karte Ref. A1";"-20,00";
"06.10.2026";"06.10.2026";"Übertrag / Überweisung";"Auftraggeber: Ahorn KG Buchungstext: RE 7 Ref. B2";"1.234,56";

"Alter Kontostand";"-234,56 EUR";
`,
    lines: [['2026-10-06', 123456, 'EUR']],
    first: { text: 'Auftraggeber: Ahorn KG Buchungstext: RE 7 Ref. B2' },
  },
  dkb: {
    above:
      '"Girokonto";"DE02120300000000202051"\n"Zeitraum:";"01.10.2026 - 07.10.2026"\n"Kontostand vom 07.10.2026:";"1.000,00 €"\n""\n',
    rows: `"06.10.26";"06.10.26";"Gebucht";"Ahorn KG";"Wir";"RE 7";"Eingang";"DE02100500000054540402";"1.234,56 €";"";"";""
"05.10.26";"05.10.26";"Gebucht";"Wir";"Stadtwerk";"Strom";"Ausgang";"DE02300209000106531065";"-78,90 €";"";"";""
"05.10.26";"";"Vorgemerkt";"Wir";"Laden";"Karte";"Ausgang";"";"-5,00 €";"";"";""
`,
    lines: [
      ['2026-10-06', 123456, 'EUR'],
      ['2026-10-05', -7890, 'EUR'],
    ],
    first: { payer: 'Ahorn KG', text: 'RE 7' },
  },
  'ing-de': {
    above:
      'Umsatzanzeige;Datei erstellt am: 07.10.2026 10:00\n\nIBAN;DE02 1203 0000 0000 2020 51\nKontoname;Girokonto\n\n',
    rows: `06.10.2026;06.10.2026;Ahorn KG;Gutschrift;RE 7;1.234,56;EUR
`,
    lines: [['2026-10-06', 123456, 'EUR']],
    first: { payer: 'Ahorn KG', text: 'RE 7 Gutschrift' },
  },
  n26: {
    rows: `2026-10-06,2026-10-06,"Ahorn KG",DE02100500000054540402,"Credit Transfer","RE 7","Main Account",1234.56,,,
2026-10-05,2026-10-05,"Shop",,Presentment,,"Main Account",-9.05,-10.00,USD,0.905
`,
    lines: [
      ['2026-10-06', 123456, 'EUR'],
      ['2026-10-05', -905, 'EUR'],
    ],
    first: { payer: 'Ahorn KG', text: 'RE 7' },
  },
  barclays: {
    rows: `,06/10/2026,20-00-00 55779911,1234.56,Counter Credit,ACORN MILL INV 7
,05/10/2026,20-00-00 55779911,-9.99,Direct Debit,POWER
`,
    lines: [
      ['2026-10-06', 123456, 'GBP'],
      ['2026-10-05', -999, 'GBP'],
    ],
    first: { text: 'ACORN MILL INV 7 Counter Credit' },
  },
  lloyds: {
    rows: `06/10/2026,FPI,'30-00-00,55779911,ACORN MILL INV 7,,1234.56,2000.00,
05/10/2026,DD,'30-00-00,55779911,POWER,9.99,,765.44,
`,
    lines: [
      ['2026-10-06', 123456, 'GBP'],
      ['2026-10-05', -999, 'GBP'],
    ],
    first: { text: 'ACORN MILL INV 7', balance: 200000 },
  },
  natwest: {
    rows: `06/10/2026,BAC,"ACORN MILL, INV 7",1234.56,2000.00,HARBOUR,600000-55779911
05/10/2026,POS,SHOP,-9.99,765.44,HARBOUR,600000-55779911
`,
    lines: [
      ['2026-10-06', 123456, 'GBP'],
      ['2026-10-05', -999, 'GBP'],
    ],
  },
  nationwide: {
    above: '"Account Name:","FlexAccount ****55779"\n"Account Balance:","£2,000.00"\n\n',
    rows: `"06 Oct 2026","Bank credit","Acorn Mill","","£1,234.56","£2,000.00"
"05 Oct 2026","Direct debit","Power","£9.99","","£765.44"
`,
    lines: [
      ['2026-10-06', 123456, 'GBP'],
      ['2026-10-05', -999, 'GBP'],
    ],
  },
  'hsbc-uk': {
    rows: `06/10/2026,CR,ACORN MILL,,1234.56,2000.00
05/10/2026,DD,POWER,9.99,,765.44
`,
    lines: [
      ['2026-10-06', 123456, 'GBP'],
      ['2026-10-05', -999, 'GBP'],
    ],
  },
  'hsbc-uk-bare': {
    rows: `06/10/2026,"ACORN MILL INV 7","1,234.56"
05/10/2026,POWER,-9.99
`,
    lines: [
      ['2026-10-06', 123456, 'GBP'],
      ['2026-10-05', -999, 'GBP'],
    ],
    first: { text: 'ACORN MILL INV 7' },
  },
  'first-direct': {
    above: 'Date,Description,Amount,Balance\n',
    rows: `06/10/2026,ACORN MILL INV 7,1234.56,2000.00
`,
    lines: [['2026-10-06', 123456, 'GBP']],
  },
  monzo: {
    rows: `tx_0001,06/10/2026,10:00:00,Faster payment,Acorn Mill,,Income,1234.56,GBP,1234.56,GBP,INV 7,,,ACORN,,,1234.56
tx_0002,05/10/2026,09:00:00,Card payment,Shop,,Shopping,-8.10,GBP,-9.99,EUR,,,,SHOP,,-8.10,
`,
    lines: [
      ['2026-10-06', 123456, 'GBP'],
      ['2026-10-05', -810, 'GBP'],
    ],
    first: { payer: 'Acorn Mill', reference: 'tx_0001' },
  },
  starling: {
    rows: `06/10/2026,Acorn Mill,INV 7,FASTER PAYMENT,1234.56,2000.00,INCOME,
05/10/2026,Shop,SHOP,CONTACTLESS,-9.99,765.44,SHOPPING,
`,
    lines: [
      ['2026-10-06', 123456, 'GBP'],
      ['2026-10-05', -999, 'GBP'],
    ],
    first: { payer: 'Acorn Mill', text: 'INV 7' },
  },
  'amex-uk': {
    rows: `06/10/2026,SHOP,A HOLDER,-11002,9.99,SHOP,SHOP,1 QUAY,LONDON,N1,UK,'AT26001',Shopping
05/10/2026,PAYMENT RECEIVED - THANK YOU,A HOLDER,-11002,-100.00,,,,,,,'AT26002',
`,
    lines: [
      ['2026-10-06', -999, 'GBP'],
      ['2026-10-05', 10000, 'GBP'],
    ],
  },
  boursobank: {
    rows: `2026-10-06;2026-10-06;"VIR Érable SARL";"Virements reçus";"Virements";"erable";1234,56;;00012345678;"Compte";2000.00
2026-10-05;2026-10-05;"CARTE 04/10 BOUTIQUE";"Achats";"Vie";"boutique";-9,99;;00012345678;"Compte";2000.00
`,
    lines: [
      ['2026-10-06', 123456, 'EUR'],
      ['2026-10-05', -999, 'EUR'],
    ],
    first: { text: 'VIR Érable SARL' },
  },
  'credit-agricole': {
    above:
      'Téléchargement du 07/10/2026;\n\nM. HOLDER\nCompte de Dépôt carte n° 12345678901;\nSolde au 07/10/2026 1 000,00 €\n\n',
    rows: `06/10/2026;"VIREMENT EN VOTRE FAVEUR
ERABLE SARL    F 7
";;1 234,56;
05/10/2026;"PRELEVEMENT
";9,99;;
`,
    lines: [
      ['2026-10-06', 123456, 'EUR'],
      ['2026-10-05', -999, 'EUR'],
    ],
    first: { text: 'VIREMENT EN VOTRE FAVEUR ERABLE SARL F 7' },
  },
  bnp: {
    above: 'Compte de chèques;Compte de chèques;****1234;07/10/2026;;1 000,00\n',
    rows: `06/10/2026;VIR;VIREMENT RECU;VIR SEPA RECU ERABLE SARL F 7;1 234,56
05/10/2026;CB;PAIEMENT CB;BOUTIQUE;-9,99
`,
    lines: [
      ['2026-10-06', 123456, 'EUR'],
      ['2026-10-05', -999, 'EUR'],
    ],
  },
  'societe-generale': {
    above: '="0123400012345678";01/10/2026;07/10/2026;2;07/10/2026;1000,00 EUR\n\n',
    rows: `06/10/2026;VIR RECU;VIR RECU ERABLE SARL F 7;1234,56;EUR
05/10/2026;CARTE;BOUTIQUE;-9,99;EUR
`,
    lines: [
      ['2026-10-06', 123456, 'EUR'],
      ['2026-10-05', -999, 'EUR'],
    ],
  },
  'caisse-epargne': {
    rows: `06/10/2026;ERABLE SARL;VIR ERABLE SARL;R1;F 7;Virement recu;Revenus;Autres;;+1234,56;06/10/2026;06/10/2026;0
05/10/2026;BOUTIQUE;CB BOUTIQUE;R2;;Carte bancaire;Achats;Autres;-9,99;;04/10/2026;05/10/2026;0
`,
    lines: [
      ['2026-10-06', 123456, 'EUR'],
      ['2026-10-05', -999, 'EUR'],
    ],
    first: { text: 'VIR ERABLE SARL F 7', reference: 'R1' },
  },
  'credit-mutuel': {
    rows: `05/10/2026;05/10/2026;-9,99;;PAIEMENT CB BOUTIQUE;765,44
06/10/2026;06/10/2026;;1234,56;VIR ERABLE SARL F 7;2000,00
`,
    lines: [
      ['2026-10-05', -999, 'EUR'],
      ['2026-10-06', 123456, 'EUR'],
    ],
  },
  'banque-postale': {
    above:
      'Numéro Compte   :;1234567A001\nType            :;CCP\nCompte tenu en  :;euros\nDate            :;07/10/2026\nSolde (EUROS)   :;1000,00\n\n',
    rows: `06/10/2026;"VIREMENT DE ERABLE SARL";1234,56
05/10/2026;"ACHAT CB BOUTIQUE";-9,99
`,
    lines: [
      ['2026-10-06', 123456, 'EUR'],
      ['2026-10-05', -999, 'EUR'],
    ],
  },
  fortuneo: {
    rows: `06/10/2026;06/10/2026;VIR ERABLE SARL;;1 234,56;
05/10/2026;05/10/2026;CARTE BOUTIQUE;-9,99;;
`,
    lines: [
      ['2026-10-06', 123456, 'EUR'],
      ['2026-10-05', -999, 'EUR'],
    ],
  },
  chase: {
    rows: `CREDIT,10/06/2026,"ORIG CO NAME:ACORN MILL",1234.56,ACH_CREDIT,2000.00,,
CHECK,10/05/2026,"CHECK 101",-9.99,CHECK_PAID,765.44,101,
`,
    lines: [
      ['2026-10-06', 123456, 'USD'],
      ['2026-10-05', -999, 'USD'],
    ],
    first: { text: 'ORIG CO NAME:ACORN MILL', balance: 200000 },
  },
  'chase-card': {
    rows: `10/05/2026,10/06/2026,SHOP,Shopping,Sale,-9.99,
10/03/2026,10/04/2026,Payment Thank You,,Payment,100.00,
`,
    lines: [
      ['2026-10-06', -999, 'USD'],
      ['2026-10-04', 10000, 'USD'],
    ],
  },
  'bank-of-america': {
    above: `Description,,Summary Amt.
Beginning balance as of 10/01/2026,,"775.43"
Total credits,,"1,234.56"
Total debits,,"-9.99"
Ending balance as of 10/06/2026,,"2,000.00"

`,
    rows: `10/01/2026,Beginning balance as of 10/01/2026,,"775.43"
10/05/2026,"SHOP","-9.99","765.44"
10/06/2026,"ACORN MILL DES:INV 7","1,234.56","2,000.00"
`,
    lines: [
      ['2026-10-05', -999, 'USD'],
      ['2026-10-06', 123456, 'USD'],
    ],
  },
  'bank-of-america-card': {
    rows: `10/06/2026,24445726072300602934358,"SHOP 800-555-0100 VA","800-555-0100 VA ",-9.99
10/05/2026,31286000000379455331189,"PAYMENT","",100.00
`,
    lines: [
      ['2026-10-06', -999, 'USD'],
      ['2026-10-05', 10000, 'USD'],
    ],
  },
  'wells-fargo': {
    rows: `"10/06/2026","1234.56","*","","ACORN MILL INV 7"
"10/05/2026","-9.99","*","101","CHECK # 101"
`,
    lines: [
      ['2026-10-06', 123456, 'USD'],
      ['2026-10-05', -999, 'USD'],
    ],
    first: { text: 'ACORN MILL INV 7' },
  },
  'capital-one': {
    rows: `1122,Deposit from ACORN MILL,10/06/26,Credit,1234.56,2000.00
1122,Debit Card Purchase - SHOP,10/05/26,Debit,9.99,765.44
`,
    lines: [
      ['2026-10-06', 123456, 'USD'],
      ['2026-10-05', -999, 'USD'],
    ],
  },
  'capital-one-card': {
    rows: `2026-10-05,2026-10-06,1234,SHOP,Merchandise,9.99,
2026-10-03,2026-10-04,1234,REFUND,Merchandise,,24.99
`,
    lines: [
      ['2026-10-06', -999, 'USD'],
      ['2026-10-04', 2499, 'USD'],
    ],
  },
  citi: {
    rows: `Cleared,10/06/2026,"SHOP",9.99,
Cleared,10/05/2026,"PAYMENT THANK YOU",,-2000.05
`,
    lines: [
      ['2026-10-06', -999, 'USD'],
      ['2026-10-05', 200005, 'USD'],
    ],
  },
  amex: {
    rows: `10/06/2026,SHOP,A HOLDER,-11002,9.99,"SHOP
800-555-0100",SHOP,1 QUAY,"PORT
CA",90000,UNITED STATES,'320260001',Shopping
10/05/2026,MOBILE PAYMENT - THANK YOU,A HOLDER,-11002,-100.00,,,,,,,'320260002',
`,
    lines: [
      ['2026-10-06', -999, 'USD'],
      ['2026-10-05', 10000, 'USD'],
    ],
  },
  'amex-short': {
    rows: `10/16/2026,SHOP,A HOLDER,-11002,9.99
10/05/2026,MOBILE PAYMENT - THANK YOU,A HOLDER,-11002,-100.00
`,
    lines: [
      ['2026-10-16', -999, 'CNY'],
      ['2026-10-05', 10000, 'CNY'],
    ],
  },
  discover: {
    rows: `10/05/2026,10/06/2026,"SHOP",9.99,"Merchandise"
10/03/2026,10/04/2026,"INTERNET PAYMENT - THANK YOU",-100.00,"Payments and Credits"
`,
    lines: [
      ['2026-10-06', -999, 'USD'],
      ['2026-10-04', 10000, 'USD'],
    ],
  },
  schwab: {
    rows: `"10/06/2026","Posted","DEPOSIT","","Acorn Mill","","$1,234.56","$2,000.00"
"10/05/2026","Posted","CHECK","558","Check Paid #558","$9.99","","$765.44"
"10/05/2026","Pending","ATM","","Cash","$20.00","",""
`,
    lines: [
      ['2026-10-06', 123456, 'USD'],
      ['2026-10-05', -999, 'USD'],
    ],
  },
  icbc: {
    above: '明细查询文件下载\n\n卡号: 1234****9876,"卡别名: "\n\n子账户序号: 00000,子账户类别: 活期,"子账户别名: "\n\n',
    rows: `2026-10-06     \t,"汇入 \t","网上银行 \t","CHN \t",钞 \t,"- \t","- \t",- \t,"1,234.56 \t"," \t",人民币 \t,"2,000.00 \t","橡树工坊 \t",
2026-10-05     \t,"消费 \t","商户 \t","CHN \t",钞 \t,"- \t","- \t",- \t," \t","9.99 \t",人民币 \t,"765.44 \t","纸店 \t",
 
人民币合计,,,,,,,,"1,234.56 \t","9.99 \t",
`,
    lines: [
      ['2026-10-06', 123456, 'CNY'],
      ['2026-10-05', -999, 'CNY'],
    ],
    first: { payer: '橡树工坊', balance: 200000 },
  },
  ccb: {
    above: '开户网点：测试\n账　　号：********1234\n',
    rows: `20261006,20261006,08:06:45,,1234.56,2000.00,人民币,转账存入,6217000000000001,橡树工坊,
20261005,20261005,09:00:00,9.99,,765.44,人民币,消费,,纸店,网上
`,
    lines: [
      ['2026-10-06', 123456, 'CNY'],
      ['2026-10-05', -999, 'CNY'],
    ],
    first: { payer: '橡树工坊', payerAccount: '6217000000000001' },
  },
  cmb: {
    rows: `2026-10-06,CNY,"1,234.56","2,000.00",转账汇款,橡树工坊 6217000000000001,货款
2026-10-05,CNY,-9.99,765.44,快捷支付,纸店,
`,
    lines: [
      ['2026-10-06', 123456, 'CNY'],
      ['2026-10-05', -999, 'CNY'],
    ],
  },
  'cmb-card': {
    above: '招商银行信用卡对账单（个人消费卡账户 2026年01月）\n',
    rows: `,12/29,掌上生活还款,-100.00,1234,-100.00
01/04,01/05,纸店,9.99,1234,9.99(CN)
`,
    lines: [
      ['2025-12-29', 10000, 'CNY'],
      ['2026-01-05', -999, 'CNY'],
    ],
  },
  boc: {
    above: '查询账号[ Inquirer account number ],100000000001\n查询时间范围[ Time Range ],20261001-20261007\n',
    rows: `来账,转账,,某行,6217000000000001,橡树工坊,,中国银行,100000000001,港口贸易,20261006,08:06:45,CNY,1234.56,2000.00,20261006,,R1,,,,,,货款,7号账单,,
往账,转账,,中国银行,100000000001,港口贸易,,某行,6217000000000002,纸店,20261005,09:00:00,CNY,-9.99,765.44,20261005,,R2,,,,,,办公,,,
`,
    lines: [
      ['2026-10-06', 123456, 'CNY'],
      ['2026-10-05', -999, 'CNY'],
    ],
    first: { payer: '橡树工坊', payerAccount: '6217000000000001', reference: 'R1' },
  },
  'boc-personal': {
    above: '中国银行交易流水明细单\n',
    rows: `2026-10-06,17:57:17,人民币,"1,234.56","2,000.00",跨行转账,手机银行,-------------------,货款,橡树工坊,6217******0001,-------------------,3167
2026-10-05,12:24:20,人民币,-9.99,765.44,网上快捷支付,银企对接,-------------------,----------,纸店,,-------------------,3167
`,
    lines: [
      ['2026-10-06', 123456, 'CNY'],
      ['2026-10-05', -999, 'CNY'],
    ],
    first: { payer: '橡树工坊', text: '货款 跨行转账' },
  },
  'boc-card': {
    above: '中国银行信用卡账单(2026年10月)\n',
    rows: `2026-10-05,2026-10-06,4260,纸店CHN,,9.99,CNY
2026-10-04,2026-10-04,4260,还款,100.00,,CNY
2026-10-02,2026-10-03,4260,STORE USA,,3.72,USD
`,
    lines: [
      ['2026-10-06', -999, 'CNY'],
      ['2026-10-04', 10000, 'CNY'],
      ['2026-10-03', -372, 'USD'],
    ],
  },
  bocom: {
    rows: `1,2026-10-06,08:00:00,转账,贷 Cr,1234.56,2000.00,6217000000000001,橡树工坊,网上,货款
2,2026-10-05,09:00:00,网上支付,借 Dr,9.99,765.44,,纸店,网上,
`,
    lines: [
      ['2026-10-06', 123456, 'CNY'],
      ['2026-10-05', -999, 'CNY'],
    ],
    first: { payer: '橡树工坊', text: '货款' },
  },
  abc: {
    rows: `20261006,123456,转存,+1234.56,2000.00,橡树工坊,369396693,超级网银,货款
20261005,132324,财付通,-9.99,765.44,--,369333999,电子商务,纸店
`,
    lines: [
      ['2026-10-06', 123456, 'CNY'],
      ['2026-10-05', -999, 'CNY'],
    ],
    first: { payer: '橡树工坊' },
  },
  revolut: {
    rows: `TOPUP,Current,2026-10-05 10:00:00,2026-10-06 08:00:00,Payment from Acorn Mill,1234.56,0.00,EUR,COMPLETED,2000.00
CARD_PAYMENT,Current,2026-10-04 10:00:00,2026-10-05 08:00:00,Shop,-9.99,0.00,EUR,COMPLETED,765.44
CARD_PAYMENT,Current,2026-10-04 10:00:00,,Hotel,-50.00,0.00,EUR,REVERTED,
CARD_PAYMENT,Current,2026-10-06 10:00:00,,Café,-3.00,0.00,EUR,PENDING,
`,
    lines: [
      ['2026-10-06', 123456, 'EUR'],
      ['2026-10-05', -999, 'EUR'],
    ],
  },
  wise: {
    rows: `TRANSFER-1,06-10-2026,1234.56,EUR,"Received money from Acorn Mill with reference INV 7",INV 7,2000.00,,,,Acorn Mill,,,,,,,,0.00
CARD-2,05-10-2026,-9.99,EUR,Card transaction,,765.44,,,,,,,Shop,1234,A Holder,,,0.00
`,
    lines: [
      ['2026-10-06', 123456, 'EUR'],
      ['2026-10-05', -999, 'EUR'],
    ],
    first: { payer: 'Acorn Mill', reference: 'TRANSFER-1' },
  },
  paypal: {
    rows: `"16/10/2026","10:00:00","CEST","Acorn Mill","Express Checkout Payment","Completed","EUR","1,250.00","-15.44","1,234.56","acorn@mill.example","shop@harbour.example","1AB","","","Lamps","","","","","","","","","","INV 7","","1","","2,000.00"
"05/10/2026","09:00:00","CEST","Shop","General Payment","Completed","EUR","-9.99","0.00","-9.99","","","2AB","","","","","","","","","","","","","","","","","765.44"
"05/10/2026","09:00:00","CEST","Shop","General Authorization","Pending","EUR","-9.99","0.00","-9.99","","","3AB","","","","","","","","","","","","","","","","","765.44"
`,
    lines: [
      ['2026-10-16', 123456, 'EUR'],
      ['2026-10-05', -999, 'EUR'],
    ],
    first: { payer: 'Acorn Mill', fee: 1544, reference: '1AB' },
  },
}

const cases = dialects.map((d) => [d.name, d] as const)

test.each(cases)('%s', (name, dialect) => {
  const sample = samples[name]
  if (sample === undefined) throw new Error(`no sample of the dialect ${name}`)
  const [headings] = dialect.headings
  const file = `${sample.above ?? ''}${headings === undefined ? '' : `${headings}\n`}${sample.rows}`
  const map = headings === undefined ? { name, mapping: null } : null
  const { lines, rejected, dialect: found } = statementLines(file, {}, 'file', map)
  expect(rejected.map((r) => r.fault)).toEqual([])
  expect(found).toBe(name)
  expect(lines.map((l) => [l.date, l.amount, l.currency])).toEqual(sample.lines)
  expect(lines[0]).toMatchObject(sample.first ?? {})
})

test.each(cases.flatMap(([name, d]) => d.headings.slice(1).map((h) => [`${name}: ${h.slice(0, 40)}`, h] as const)))(
  'the headings of %s are found by what they say, too',
  (_name, headings) => {
    const width = headings.split(delimiterOf(headings)).length
    const empty = `${Array.from({ length: width }, () => 'x').join(delimiterOf(headings))}\n`
    const { problems } = statementLines(`${headings}\n${empty}${empty}`)
    expect(problems.filter((p) => p.code === 'missing-column')).toEqual([])
  },
)

/** Another bank's layout: the same headings the other way round, which no dialect has. */
function turned(headings: string, rows: string): string {
  const delimiter = delimiterOf(headings)
  const width = headings.split(delimiter).length
  const records = parseRecords(`${headings}\n${rows}`, delimiter) ?? []
  const quoted = (cell: string) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const full = records.filter((r) => r.cells.length >= width)
  return `${full.map((r) => r.cells.slice(0, width).toReversed().map(quoted).join(delimiter)).join('\n')}\n`
}

/** Those whose headings do not say in which direction money went, or which of two columns is the amount that was booked. */
const unsaid = new Set(['citi', 'amex', 'amex-uk', 'amex-short', 'discover', 'cmb-card', 'deutsche-bank'])

test.each(cases.filter(([name, d]) => d.headings.length > 0 && !unsaid.has(name)))(
  'a bank unknown to crm with the headings of %s in another order is read by what they say',
  (name, dialect) => {
    const sample = samples[name]
    const file = turned(dialect.headings[0] ?? '', sample?.rows ?? '')
    const date = /\d[/-]\d\d?[/-]\d{2}/.test(file) && !/\d{4}-\d\d-/.test(file) ? dialect.usual?.date : undefined
    const constants = dialect.currency === undefined ? {} : { currency: dialect.currency }
    const mapping = { columns: {}, constants, ...(date === undefined ? {} : { date }) }
    const { lines, rejected, problems, dialect: found } = statementLines(file, {}, 'file', { name: 'told', mapping })
    expect(problems.filter((p) => p.severity === 'error')).toEqual([])
    expect(rejected.map((r) => r.fault)).toEqual([])
    expect(found).toBe('')
    expect(lines.map((l) => [l.date, l.amount])).toEqual(sample?.lines.map(([date, amount]) => [date, amount]))
  },
)

test('no two dialects have the same headings, and no name is taken twice', () => {
  const key = (h: string) =>
    h
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
  const headings = dialects.flatMap((d) => d.headings.map(key))
  expect(new Set(headings).size).toBe(headings.length)
  expect(new Set(dialects.map((d) => d.name)).size).toBe(dialects.length)
})
