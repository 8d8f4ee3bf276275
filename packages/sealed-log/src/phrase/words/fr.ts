import type { WordList } from '../wordList.ts';

/**
 * Everyday words, chosen for this list by the rules of docs/decisions/0046-word-lists-for-twelve-languages.md and sorted
 * as they are compared. Never change a word: a phrase on paper must open its mailbox for ever. A better list is a new
 * one, 'fr-2'.
 */
const WORDS = `
abatjour abeille aborder aboutir abrégé abricot acacia acajou accepter accordéon accueil achat
acheter acier acquérir acrobate actif adapter addition adjectif admettre admirer adorable adosser
adresse adroit adverbe aérer aéroport affable affiche agencer agiter agrafe agréable agrume aider
aigrette aiguille ailleurs aimant ainsi aisance ajouter ajuster alentour alezan algèbre algue
aliment aller allonger allumette alors alouette alpage alphabet alpin alterner altitude amande
amarrer ambiance améliorer amener amitié amont amorce amphore ample ampoule amuser analyse anchois
ancien ancre anecdote anneau annoncer annuaire anorak antenne anticiper apaiser aplanir aplomb
apogée appétit applaudir apporter apprendre appuyer aquarelle aqueduc arachide arbre arcade archet
ardoise argenté argile armoire arôme arpège arriver arrosoir artichaut asperge aspirer asseoir
assiette assurer astre astuce atelier atout attacher attendre aubaine aubergine audace auditoire
augmenter aussi autant auteur automne auvent avancer avenue averse aviron avis avoine avril axe
axial azalée azote azur babeurre babiole bâche badaud bagage bague baie baignoire balai baliser
ballon bambou banal bandeau banjo banquet baobab barbe barème baril bascule basilic bassin bâtir
bavarder bavette bavoir beauté beignet bélier belote belvédère bémol bénéfice berceau béret berge
berlingot bétail betterave beurre bientôt bifteck bigarré bigoudi bijoutier bilan bilingue billet
binette biniou biologie biscuit bison bistre bitume bivouac blanc blazer blé blêmir bleuet bloquer
bobine bocal boire bois bon bonbon bondir bonheur bonjour bonnet bordure borne botanique botte
bouchon bouder bouée bougie bouillon bouleau bouquet bourgeon boussole bouteille bouvreuil boxeur
bracelet brasser brebis bref bretelle breuvage brevet bricoler brillant brindille brioche brique
brise brocante broderie brosse brouette brugnon bruine brumeux brunir bruyère buffet buisson bulle
burette burin burlesque butiner buvard cabane câblage cabriole cacahuète cachalot caddie cadeau
cadran cafetière caftan cagette cahier cahot caille caissier calamar calculer calèche câlin calme
calorie camarade cambouis camélia camion camomille campagne canari canevas cannelle canton capeline
câpre capsule capter capuche carafe carbone carillon carotte carrelage cartable cascade casquette
casserole castor catamaran causer cavité cèdre ceinture céleri celui cendrier central cépage
céramique cercle cerfeuil cerise cerner cerveau cesser chacun chaise châle chambre chanson chapeau
charnière châssis chaton chaud cheminée chêne chercher cheval chicorée chiffon chignon chimie
chocolat choisir chorale chou choyer chrome chuchoter ciel cigale cigogne ciment cinéma cinquante
cintre cirage circuit cirer cirque ciseaux citadin citron clairon clapet claquer classe clavier clef
cligner climat cloche cloison cloporte cloque clôture coasser cobalt cocotier coffre coiffeur
colibri collier colonne combler comète commode compote concours conduire confiture connaître conseil
conte copain copeau copier coquille corail corbeille cordage coriandre cornet corolle corriger cosse
costume côtelette cotillon coton coucou coude couette couloir coupole courge couscous couture
couvercle craie crampon cravate crécelle crémerie crénelé crêpe cresson creuser crevette cric
crinière crochet croissant croquer croûte cubique cueillir cuillère cuir cuisine cuivre culinaire
cultiver cumin curcuma curieux curseur cuve cyclamen cygne cylindre cyprès dahlia daigner dallage
daltonien danse datte dauphin davantage débarquer débit débloquer déborder décaler décembre déchet
décider déclic décorer dédicace défaire déferler défricher dégager dégel dégourdi degré déguiser
dehors déjà déjeuner délai délicat déluge demain demeure demi dénicher dénouer densité dentelle
dépenser déployer dépôt dernier dérouler descendre désigner dessert détacher détendre détour deux
devenir devinette devoir diadème diagonale dialogue diamant dictée différent digestif dilater
diligence diluer dimanche dîner dinosaure diplôme directeur discret disposer disque distinct diviser
dix docteur dodu doigt domaine dôme domicile donner dorade dorer dorloter dorsal dosage dossier
dotation doubler douche douze drainer drap droite drôle dru dupliquer durable durcir duvet dynamo
ébahi ébaucher ébène éblouir éboulis ébruiter écart écharpe échelon échine éclair éclore écluse
école économe écorce écosser écouter écran écrémer écriture écrou écuelle écume écureuil édenté
édifice éditeur édredon éduquer effacer effectif efficace effleurer égaler égard églantine égoutter
élaborer élancé élargir électron élève élocution éloge émail emballer embellir emblème emboîter
embrasser émeraude émietter émission emmener émouvoir empâter empiler emploi emporter emprunt
encadrer enclos encore endive endroit endurer énergie enfance enfiler enfoncer engager engin
englober engouer engrais énigme enjamber enjeu enjoué enlever enliser enneigé énoncé enrhumé
enrichir enrouler enseigner ensuite entaille entendre entité entonnoir entrer enveloppe envoi éolien
épais épanoui épargne épaté épaule épeautre épeler éperon éphémère épi épicier épinard éplucher
éponge époque éprouver épuisette équateur équerre équipe érable érafler ériger érudit escalier
espace espiègle espoir esprit esquisse essayer essieu essor estimer estragon estuaire établi étagère
étain étang étape été éternel étincelle étiqueter étirer étoffe étonner étourneau étroit étudier
étui évaluer évaporer éveil événement évident éviter évocation exagérer excellent exemple exercice
exotique expédier expirer expliquer exposer exprès exquis extrait fable fabriquer façade facette
facile facteur fado faïence faire faitout falaise falot fameux famille fanfare fanion fantaisie faon
farandole farceur fardeau farine farniente fascicule faucon faufiler fauteuil fauvette favori fécule
feinte fêler féliciter fenaison fenêtre fenouil fermeture ferraille fertile feston feuille feutre
février fibre ficelle fiche fidèle figue fil filature filleul filon finesse finir fiole fixer flacon
flamant flanelle flaque fleur flore flotter flou fluide flûte flux foin folklore fonction fondre
fontaine football forêt forgeron former fossile fougère foulard fourmi fraction fragment fraise
framboise franchir frein frelon frère fresque friable fricassée frigo frimousse friperie friser
frite froid fromage frugal fruitier fuchsia fumet fuseau futaie futur gabarit gagner gaieté gaillard
galaxie galette galipette galop gamme garantie garder gare garnir garrigue gâteau gauche gaufre
gazelle gazon géant gelée gélule généreux génie genou gentiane géographe géologue géranium germe
gésier geyser gibbon gibecière gilet gingembre girafe girolle gisement gîte givre glacier glaïeul
glisser gloire glucide glycine gnome gobelet godet goéland gond gonfler gorge gouache goudron goulot
gourde goûter goyave gracieux gradin graine grammaire grange graphique gravir greffe grêle grenier
grès grignoter grille grimper grincer griotte grive groseille groupe grumeau grutier guépard
guéridon gui guichet guidon guignol guimauve guipure guirlande guise guitare gymnase habile hachis
haleine hall halte hamac hamburger handball hanneton harasser hareng haricot harmonie harnais harpe
hasard hâtif hausser haut havre héliport hennir herbe hérisson hermine héron hésiter hêtre heureux
hexagone hibou hippique hirsute hisser histoire hiver hochet homard hommage honnête horaire horizon
horloge hôte houle houppe houx hublot huilier huître hululer humer humide humour hutte hydravion
hygiène ibis iceberg icône idéaliste idée identité idiome idylle igloo igname ignorer iguane
illustrer imaginer imbiber imiter immeuble immobile impair implanter imprimer impulsion inaugurer
inclure incolore inédit inertie infirmier influx informer ingénieur inné innover inonder inouï inox
inscrire insecte insigne insoler inspirer instant insulaire intérêt intime intrépide inventer
inviter iode irriguer ivoire jacassier jachère jacinthe jade jaillir jalon jamais jante janvier
jaquette jardinier jargon jarre jasper jaune jerrican jetée jeton jeu jeudi joaillier jockey jogging
joie joindre joli jonc jongleur jonquille jouet joufflu journal joyau joyeux jubiler judicieux
juillet juin jumeau jupe juste juteux juvénile kaki kangourou karaté kermesse kilt kiosque klaxon
labourer lacet lâcher lagon lagune laine laisser laitue lambeau lamelle lampe lancer landau langage
lanterne lapereau largeur larme lasagne lasso laurier lavande laver layette leçon lecteur légende
légume lendemain lentille lessive lettre levier levure lexique lézard liaison libellule libraire
lichen licorne liège lien lierre lignée limande limonade limpide lingot linotte lionceau liquide
liseron lisière lisse litchi littoral livraison logement logis loisir longueur loquet loriot losange
louer loup lourd loutre louve lucarne luciole ludique lueur luge luire lumière lunaire lundi
lunettes luth lutin luxuriant luzerne lycée lynx lyre macaron mâchoire maçon macramé madrier magasin
magie magot mai maillot maint maison maître majeur majuscule malaxer malice mallette mammouth manche
mandarine manège mangue manioc mansarde manteau marais marcher mardi marée margelle marinade marmite
marqueur marraine mars martinet mascotte masque massage matelas matin maussade mauve maxime mazout
mécanique mèche médaille médecin médiane méduse meilleur mélanger mélèze mélodie membre mémoire
ménage menhir menthe menuisier mer mercredi meringue merlan merveille mésange mesurer météo métier
métrage mets meuble meunier miaou miauler mica micro midi miette mijoter milieu mille mimer minerai
miniature minuit mirabelle miroiter mitaine mixeur moderne module moelleux moineau moisson moitié
moka molaire molécule molleton monceau monde monnaie monocle montagne moquette morse mortier
mosaïque mot moteur mouchoir moudre moufle mouillé moulin mousse moutarde mouvement moyen muesli
muguet multiple munir muraille mûre murmure muscade musée musique mutuel myope myrtille mythe
nacelle nager nappe narrer naseau natation naturel nautique navet navire nébuleuse nectar négoce
neige nénuphar nervure nettoyer neuf newton nez nicher nickel nid nièce niveau nocturne noisette
nombril nommer nordique notoire nougat nourrir nouveau novateur novembre noyer nuage nuance nuit
nutritif nylon obélisque objet oblique oblong observer obstacle obtenir obtus occasion occuper
océanique ocelot octave octobre oculaire odorat offrir offset ogive oignon oiseau oisillon olfactif
ombre omelette omettre onctueux ongle opaque optique oral oranger orbite orchidée ordinaire ordonner
oreiller orfèvre organe orgeat orgue orifice origan orme orner orteil ortie osciller oseille osier
osselet ouate oublier ouest ouistiti ourlet ourson outil outremer ouvert ouvrir ovale oxygène pacte
pagaie paiement paillette pain paisible palais palet pâlir palmier palombe palpiter panache pancarte
panier pantoufle papillon papoter paprika paquebot parapluie parcelle pardon pareil parfois parler
parmi parole parquet parrain parsemer partager parure parvenir passoire pastèque patate patchwork
patiner pâturage paupière pavoiser payer paysage pêcheur pédestre peigne peintre pelle pelouse
peluche pencher pendule péniche penser pentagone pépinière perceuse perdrix père période permanent
perroquet persil pesée pétale petit pétunia peuplier phare physique pianiste pichet picorer pied
piéton pigment pile pilote pinceau pinède pingouin pinson piolet pipette piquant pirogue piscine
pistache pivert pivoine placard plafond plage plaid plancher plastique plateau plausible plein
pleuvoir plier plombier plonger plume plupart pluriel plusieurs plutôt pluvieux pneu poche podium
poêle poésie poignée poinçon poivre polenta politesse polka pollen polo polygone pomme pompier
ponctuel poney pontage porter posture potager poterie potier pouce poudreuse pouf poulpe poumon
poupée pourpre poussière pouvoir prairie praline pratique préau précis prédire préférer prélude
premier prendre préparer présenter prêt preuve prévoir primevère printemps priorité prisme prix
prochain produit profond progrès projet promener pronom propre protège proue provision prudent prune
puiser puits pur purée pyjama pyramide quadrille qualité quand quart quasi quatre quenelle quête
quiche quiétude quille quinte quiproquo quitter quotidien rabais raccourci racine raclette raconter
radis raffiner rafraîchi ragoût raisin ralentir rallonge ramasser rameau randonnée râpe rapide
rapport rater rayon rayure réagir réaliser rebond rébus recette réchaud récital récolte rectangle
recul recycler rédiger réduire réel référence reflet refrain regarder registre règle régulier
rehausser réjouir relais reliure remède remise remorque remplir remuer renard renne rénover repasser
répéter repiquer replier réponse reprise reptile requin réseau résine résoudre respect ressort
rester résumé réticule retouche retrait réussir revanche réveiller révision revue rhubarbe richesse
rideau rieur rigide rigole rire risotto rivage rivet rivière riz robe robinet robuste roc rocaille
rocher rogner romarin rondin rongeur ronronner rosée rossignol rotatif rôti rotonde rougir roulade
routine ruban rubis rubrique ruche rue ruelle rugby rugueux ruisseau rustique rythme sablier sabot
sac sachet sacoche sagace sagesse saillie saladier salière salsifis salut samedi sandale sangle
santal saphir sapin sarabande sarcler sardine sarment satellite satisfait saucisse saule saumon
savane saveur savon saxophone scarabée sceau scénario schéma scie sciure scolaire scooter score
sculpture séance sécateur sécher seconde seigle seize séjour sel sélection semaine semblable semer
semis semoule sensation sentier séparer septembre sérénade sérieux serpentin serrure serviette seuil
sève shampoing siècle sieste siffler signal silence sillage simuler sincère singulier sinueux siphon
sirène sirop sitôt situer slalom société socle socquette soigner soirée soixante solde soleil
solfège soliste sommaire sonate sonder songe sonnette sonore sorbet sorgho sortir sosie souci
souffler souhaiter soulier soupe sourcil souvent spacieux spatule spectacle spirale splendide stade
statue steppe stopper strict strophe studio stylo subtil succès sucette sucrier suffire suggérer
suite sujet support sureau surfer surnom survoler svelte syllabe symbole sympathie synonyme système
tableau tabouret tact tailleur talc talus tamarin tambour tamiser tandem tanière tantôt tapis
taquiner tardif tarte tasse tatou technique téléphone tellement temps tenaille tendre ténor tenture
tenue terminer terrasse texte thé théâtre théière théorie thermos thuya thym tiare tiède tiers tige
timbale timide tintement tiret tiroir tisane tissu toboggan toit tomate tondeuse tonique tonnerre
toque torche torsade tortue totem toucan touffe toujours toupie tournesol tracteur traduire traîneau
trajet tramway tranche trapèze traversin trèfle treize trempe trente trépied tresser tréteau treuil
triangle tribord tricot trier trilogie trimestre triple trois trompette tronc trophée trottoir
troupeau truc truite tuile tulipe turban turquoise tutu tuyau tympan typique ultime union univers
urbain usine ustensile usuel usure utiliser utopie vacance vaisseau val valable valeur valise vallée
valoir vanille vanne varan variable vase vedette véhicule veille velcro velours vendredi ventouse
véranda verdure verger vérifier vermeil vernis verre versant vertical verveine veste vêtir viaduc
vibrer vigne vigueur vinaigre vingt violon virgule virtuose visage visite vitamine vitesse vitre
vivace vivier voici voilier voir voisin voiture volaille volcan volet volière volonté voltige volute
vortex voyager voyelle vrai yacht yaourt youpi zapper zèbre zénith zinc zoom
`;

export const list: WordList = {
  id: 'fr-1',
  language: 'fr',
  words: WORDS.trim().split(/\s+/),
  prefixLength: 4,
  readByNativeSpeaker: false,
};
