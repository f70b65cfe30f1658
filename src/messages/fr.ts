import type { en } from './en.ts'

/** Every sentence people read, in Canadian French. */
export const fr: Readonly<Record<keyof typeof en, string>> = {
  'product.name': 'SyncDoctor',
  'nav.main': 'Navigation principale',
  'nav.diagnose': 'Diagnostiquer',
  'nav.errors': 'Tableau des erreurs',
  'nav.api': 'API',
  'nav.language': 'Langue',
  'nav.skip': 'Aller au contenu',
  'footer.note': 'SyncDoctor ne lit que des textes d’erreur. Rien de ce que vous collez ici n’est conservé.',

  'diagnose.title': 'Collez une erreur QuickBooks',
  'diagnose.intro':
    'Collez le message tel que vous l’avez reçu : à l’écran, dans un courriel ou dans un journal. Vous saurez de quelle erreur connue il s’agit, pourquoi nous le pensons, et comment corriger.',
  'diagnose.error.label': 'Message d’erreur',
  'diagnose.error.hint': 'Mieux vaut le texte entier, avec les codes et les numéros qu’il contient.',
  'diagnose.error.missing': 'Collez d’abord un message d’erreur.',
  'diagnose.error.tooLong': 'Ce texte est trop long. Collez au plus un million de caractères.',
  'diagnose.recordType.label': 'Qu’est-ce qui était synchronisé?',
  'diagnose.recordType.unknown': 'Je ne sais pas',
  'diagnose.submit': 'Diagnostiquer',
  'diagnose.example': 'Essayer un exemple',

  'answer.heading': 'Diagnostic',
  'answer.recognized': 'Erreur {number} du tableau',
  'answer.unrecognized': 'Non reconnue',
  'answer.unrecognized.detail':
    'Ce texte ne correspond à aucune erreur du tableau. Le guide ci-dessous aide tout de même.',
  'answer.certainty.exact': 'Le texte même le dit.',
  'answer.certainty.inferred': 'Le texte laisse le choix ouvert; le type d’élément ou le code a tranché.',
  'answer.line': '{label} : {value}',
  'answer.captures': 'Relevé dans le texte',
  'answer.next': 'Qui agit ensuite',
  'answer.retry.transient': 'Personne : c’est passager. Relancez la synchronisation dans quelques minutes.',
  'answer.retry.reauthorize': 'Le propriétaire du cabinet : reconnecter QuickBooks, puis relancer.',
  'answer.retry.user_fix': 'Une personne qui connaît les livres : suivre le guide, puis relancer.',
  'answer.retry.config_fix':
    'Un administrateur du cabinet : corriger le réglage indiqué dans le guide, puis relancer toutes les lignes qui ont cette erreur.',
  'answer.retry.integration_bug':
    'Le soutien technique : le logiciel a envoyé ce que QuickBooks ne peut accepter.',
  'answer.retry.unknown_outcome':
    'Une personne qui peut consulter QuickBooks : l’élément y est peut-être déjà. Vérifiez avant de relancer.',
  'answer.retry.unknown': 'Nous ne pouvons pas le dire. Lisez le guide avant de relancer.',
  'answer.actions': 'Actions utiles',
  'answer.why': 'Pourquoi nous le pensons',
  'answer.nearMiss': 'Erreur {number}, {title} : {lacking}',
  'answer.why.says': 'Le texte dit « {value} ».',
  'answer.why.matches': 'L’information « {fact} » a la forme attendue.',
  'answer.why.context': 'L’information « {fact} » vaut {value}.',
  'answer.conflicts': 'Ce qui s’y oppose',
  'answer.conflict.code':
    'Le code est {found}; cette erreur porte d’habitude {expected}. Nous avons suivi le texte.',
  'answer.conflict.recordType': 'Signalée pour : {found}. Cette erreur est connue pour : {expected}.',
  'answer.conflict.item': 'Plusieurs erreurs conviennent également : {expected}.',
  'answer.nearMisses': 'Ce que c’était presque',
  'answer.nearMiss.says': 'mais le texte ne dit pas « {value} »',
  'answer.nearMiss.other': 'mais l’information « {fact} » ne convient pas',
  'answer.faults': 'Ce que QuickBooks a dit',
  'answer.fault': 'Message {number}',
  'answer.guide': 'Guide',
  'answer.copy': 'Copier pour un billet',
  'answer.copied': 'Copié',
  'answer.copyFailed': 'La copie a échoué : sélectionnez plutôt le texte',

  'fact.text': 'texte',
  'fact.message': 'message',
  'fact.detail': 'détail',
  'fact.code': 'code',
  'fact.element': 'champ',
  'fact.faultType': 'type d’erreur',
  'fact.httpStatus': 'statut HTTP',
  'fact.recordType': 'type d’élément',
  'fact.entity': 'entité QuickBooks',
  'fact.operation': 'opération',
  'fact.intuitTid': 'intuit_tid',
  'fact.none': 'aucun',

  'capture.accountName': 'Nom du client',
  'capture.docNumber': 'Numéro de document',
  'capture.txnType': 'Type de document',
  'capture.txnId': 'Identifiant QuickBooks',
  'capture.element': 'Champ',
  'capture.minLength': 'Longueur minimale',
  'capture.maxLength': 'Longueur maximale',
  'capture.suppliedLength': 'Longueur envoyée',

  'recordType.client': 'Client',
  'recordType.service': 'Service',
  'recordType.invoice': 'Facture',
  'recordType.payment': 'Paiement',
  'recordType.refund': 'Remboursement',
  'recordType.expense': 'Dépense',

  'action.resync': 'Relancer la synchronisation',
  'action.skip': 'Ignorer',
  'action.delete': 'Supprimer le service',

  'errors.title': 'Le tableau des erreurs',
  'errors.intro':
    'Les erreurs du tableau publié, chacune à côté de ce qui est vrai. Choisissez-en une pour lire son guide.',
  'errors.caption': 'Erreurs connues de synchronisation avec QuickBooks',
  'errors.column.number': 'N°',
  'errors.column.error': 'Erreur',
  'errors.column.published': 'Telle que publiée',
  'errors.column.corrected': 'Ce qui est vrai',
  'errors.occursOn': 'Se produit sur',
  'errors.publishedFor': 'Publiée pour',
  'errors.codes': 'Code QuickBooks',
  'errors.codes.none': 'aucun : le logiciel de gestion le dit lui-même',
  'errors.message': 'Message d’erreur',
  'errors.published.heading': 'Ce que dit le tableau publié',
  'errors.published.description': 'Description',
  'errors.published.resolution': 'Comment résoudre',
  'errors.published.note':
    'Mot pour mot, juste ou non, pour que vous puissiez comparer. Le tableau est en anglais.',
  'errors.published.cut': 'La liste publiée s’arrête ici.',
  'errors.back': 'Toutes les erreurs',
  'errors.unrecognized': 'Aucune erreur du tableau ne convient?',
  'errors.unrecognized.link': 'Lisez que faire d’une erreur inconnue',

  'problems.status': 'Statut HTTP {status}',
  'problems.heading.means': 'Ce que cela veut dire',
  'problems.heading.cure': 'Que faire',
  'problems.home': 'Retour au début',

  'problem.invalid-request.title': 'La requête n’est pas valide',
  'problem.invalid-request.detail':
    'Corrigez ce qui est indiqué sous errors et renvoyez la requête. Rien n’a été fait.',
  'problem.invalid-request.cure':
    'Chaque entrée de errors désigne un membre de la requête et dit ce qu’il devrait être. Toutes sont données en une fois.',
  'problem.invalid-json.title': 'Le corps n’est pas du JSON',
  'problem.invalid-json.detail': 'Envoyez un corps en JSON valide. Rien n’a été fait.',
  'problem.invalid-json.cure':
    'Laissez une bibliothèque JSON écrire le corps. Une réponse de QuickBooks peut être envoyée telle quelle : en objet ou en chaîne.',
  'problem.not-found.title': 'Il n’y a rien ici',
  'problem.not-found.detail':
    'Cette adresse n’existe pas, ou rien ne porte ce nom. L’API est décrite à /docs.',
  'problem.not-found.cure':
    'Vérifiez l’adresse, et le nom à sa fin. Les erreurs du tableau sont à /v1/error-items.',
  'problem.method-not-allowed.title': 'Cette méthode ne fonctionne pas ici',
  'problem.method-not-allowed.detail': 'L’en-tête Allow donne les méthodes de cette adresse.',
  'problem.method-not-allowed.cure': 'Utilisez une méthode de l’en-tête Allow. L’API est décrite à /docs.',
  'problem.not-acceptable.title': 'Non disponible sous cette forme',
  'problem.not-acceptable.detail':
    'L’en-tête Accept ne nomme aucun type de média que cette adresse puisse fournir.',
  'problem.not-acceptable.cure':
    'Acceptez application/json, ou omettez l’en-tête. Les articles existent aussi en text/markdown et en text/html.',
  'problem.unauthenticated.title': 'Dites qui vous êtes',
  'problem.unauthenticated.detail':
    'Envoyez une clé valide comme jeton « bearer », ou passez par un lien du portail.',
  'problem.unauthenticated.cure':
    'Créez une clé avec `syncdoctor keys create` et envoyez-la dans Authorization: Bearer. Si vous êtes venu par un lien, demandez-en un nouveau : il ne sert qu’une fois, pendant cinq minutes.',
  'problem.forbidden.title': 'Vous ne pouvez pas faire cela',
  'problem.forbidden.detail':
    'Votre rôle ne le permet pas. Adressez-vous au propriétaire ou à un administrateur du cabinet.',
  'problem.forbidden.cure':
    'Le document de l’API nomme les rôles de chaque opération sous x-allow. Propriétaires et administrateurs agissent ; le personnel et l’assistance lisent.',
  'problem.foreign-origin.title': 'Demandé depuis un autre site',
  'problem.foreign-origin.detail': 'Seules nos propres pages peuvent faire cela avec votre session.',
  'problem.foreign-origin.cure':
    'Revenez à la page de SyncDoctor et appuyez là sur le bouton. Les programmes utilisent une clé au lieu d’une session.',
  'problem.action-not-available.title': 'Cette action n’est pas possible maintenant',
  'problem.action-not-available.detail':
    'Le champ reason dit pourquoi. Les allowedActions du problème indiquent ce qui est possible.',
  'problem.action-not-available.cure':
    'Relisez le problème : allowedActions y dit quelles actions sont possibles maintenant, et pourquoi les autres ne le sont pas.',
  'problem.request-in-flight.title': 'Cette demande est encore en cours',
  'problem.request-in-flight.detail': 'Renvoyez-la avec la même Idempotency-Key dans quelques secondes.',
  'problem.request-in-flight.cure':
    'Attendez le nombre de secondes indiqué par Retry-After et renvoyez la même demande avec la même clé : vous en recevrez la réponse.',
  'problem.precondition-failed.title': 'Cela a changé entre-temps',
  'problem.precondition-failed.detail': 'Relisez et décidez à nouveau. Rien n’a été fait.',
  'problem.precondition-failed.cure':
    'Quelqu’un l’a modifié après votre lecture. Relisez, prenez le nouvel ETag et renvoyez la modification si elle est encore juste.',
  'problem.idempotency-key-reused.title': 'Cette Idempotency-Key appartient à une autre demande',
  'problem.idempotency-key-reused.detail':
    'Donnez à chaque nouvelle demande sa propre clé. Rien n’a été fait.',
  'problem.idempotency-key-reused.cure':
    'Une clé désigne une seule demande : ne réutilisez la même clé que pour répéter exactement la même demande.',
  'problem.body-too-large.title': 'Le corps est trop grand',
  'problem.body-too-large.detail': 'Un corps peut avoir au plus 2 Mio.',
  'problem.body-too-large.cure':
    'Envoyez moins d’échecs à la fois, ou coupez les longs textes : les premières lignes d’une erreur décident.',
  'problem.unsupported-media-type.title': 'Ce type de média n’est pas pris en charge',
  'problem.unsupported-media-type.detail': 'Envoyez le corps en application/json, en UTF-8.',
  'problem.unsupported-media-type.cure': 'Mettez l’en-tête Content-Type: application/json.',
  'problem.rate-limited.title': 'Trop de requêtes',
  'problem.rate-limited.detail':
    'Attendez le nombre de secondes qu’indique l’en-tête Retry-After, puis continuez.',
  'problem.rate-limited.cure': 'Envoyez plusieurs échecs en un seul lot plutôt qu’en une requête chacun.',
  'problem.internal-error.title': 'Quelque chose s’est mal passé de notre côté',
  'problem.internal-error.detail':
    'Votre requête n’y est pour rien. Réessayez plus tard; si cela persiste, donnez l’identifiant de requête au soutien technique.',
  'problem.internal-error.cure':
    'Réessayez plus tard. Si cela persiste, envoyez au soutien technique le requestId de la réponse.',
  'problem.not-ready.title': 'Pas encore prêt',
  'problem.not-ready.detail': 'Le service démarre ou s’arrête. Réessayez dans quelques secondes.',
  'problem.not-ready.cure': 'Réessayez dans quelques secondes.',

  'fault.required': 'est obligatoire',
  'fault.additionalProperties': 'n’est pas connu ici; retirez-le',
  'fault.type': 'n’a pas le bon type; attendu : {expected}',
  'fault.enum': 'doit être l’une de ces valeurs : {expected}',
  'fault.maxLength': 'est trop long; au plus {expected} caractères',
  'fault.minLength': 'est trop court; au moins {expected} caractères',
  'fault.maxItems': 'a trop d’entrées; au plus {expected}',
  'fault.minItems': 'a trop peu d’entrées; au moins {expected}',
  'fault.maximum': 'est trop grand; au plus {expected}',
  'fault.minimum': 'est trop petit; au moins {expected}',
  'fault.pattern': 'n’a pas la forme attendue',
  'fault.format': 'n’est pas une valeur réelle de cette forme',
  'fault.future': 'est à plus d’un jour dans l’avenir ; vérifiez l’horloge',
  'fault.amount': 'n’est pas un montant de sa devise, ou a trop de décimales',
  'fault.size': 'est trop grand ; 64 Kio au plus en JSON',
  'fault.nesting': 'est imbriqué trop profondément ; {expected} niveaux au plus',
  'fault.cursor': 'n’est pas un curseur de cette liste ; commencez sans curseur',
  'fault.unknown': 'n’est pas connu',
  'fault.other': 'n’est pas valide',
}
