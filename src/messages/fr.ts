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

  'nav.issues': 'Problèmes QuickBooks',
  'nav.visitor': '{name}, {firm}',
  'nav.signOut': 'Se déconnecter',
  'footer.firm':
    'SyncDoctor ne change rien de lui-même dans QuickBooks. Seuls propriétaires et administrateurs agissent; le personnel lit.',
  'portal.title': 'Bienvenue',
  'portal.detail':
    'Ce lien vous connecte une seule fois. Appuyez sur le bouton pour voir ce qui empêche des éléments d’entrer dans QuickBooks.',
  'portal.continue': 'Continuer en tant que {name}',
  'portal.over.title': 'Ce lien ne fonctionne plus',
  'portal.over.detail':
    'Un lien sert une fois, pendant quelques minutes. Revenez à votre logiciel de gestion et ouvrez-y les erreurs QuickBooks : il en créera un nouveau.',
  'session.over.title': 'Vous n’avez pas de session ouverte',
  'session.over.detail':
    'Par sécurité, une session prend fin après quelques heures. Revenez à votre logiciel de gestion et ouvrez-y les erreurs QuickBooks : il vous ramènera ici.',
  'banner.title':
    '{count, plural, one {# élément n’est pas dans QuickBooks} other {# éléments ne sont pas dans QuickBooks}}',
  'banner.cause': '{title} ({count})',
  'banner.atStake': 'En jeu : {amount}',
  'banner.more': '{count, plural, one {et # autre cause} other {et # autres causes}}',
  'banner.next': 'Prochaine étape : corriger « {title} » ({count})',
  'banner.next.unknown': 'Prochaine étape : examiner ce qui n’a pas été reconnu ({count})',
  'inbox.title': 'Problèmes QuickBooks',
  'inbox.caption': 'Éléments que QuickBooks n’a pas acceptés',
  'inbox.tabs': 'Types d’éléments',
  'inbox.tab.all': 'Tous',
  'inbox.tab.client': 'Clients',
  'inbox.tab.invoice': 'Factures',
  'inbox.tab.payment': 'Paiements',
  'inbox.tab.refund': 'Remboursements',
  'inbox.tab.expense': 'Dépenses',
  'inbox.tab.service': 'Services',
  'inbox.filters': 'Filtres',
  'inbox.search': 'Rechercher un nom, un numéro ou un client',
  'inbox.status': 'État',
  'inbox.item': 'Cause',
  'inbox.item.all': 'Toutes les causes',
  'inbox.apply': 'Afficher',
  'inbox.column.record': 'Élément',
  'inbox.column.cause': 'Cause',
  'inbox.column.amount': 'Montant',
  'inbox.column.seen': 'Dernier échec',
  'inbox.column.actions': 'Actions',
  'inbox.occurrences': '{count, plural, one {# échec} other {# échecs}}',
  'inbox.menu': 'Actions pour {label}',
  'inbox.read': 'Lire le guide',
  'inbox.pages': 'Pages',
  'inbox.first': 'Première page',
  'inbox.next': 'Page suivante',
  'inbox.never.title': 'Rien n’a encore échoué',
  'inbox.never.detail':
    'Dès que QuickBooks refusera un élément, il figurera ici avec sa cause et un guide. Vous n’avez rien à faire.',
  'inbox.clear.title': 'Tout est en ordre',
  'inbox.clear.detail':
    'Il ne reste aucun problème ouvert. Ce qui a été ignoré ou résolu figure sous son état.',
  'inbox.filtered.title': 'Aucun problème ne correspond',
  'inbox.filtered.detail': 'Aucun problème ne correspond à vos choix ci-dessus.',
  'inbox.filtered.all': 'Tout afficher',
  'decision.skip': 'Ignorer',
  'decision.reopen': 'Rouvrir',
  'decision.skip.means':
    '{type, select, client {Si vous l’ignorez, le client {label} reste hors de QuickBooks, ainsi que ses factures et ses paiements.} service {Si vous l’ignorez, le service {label} reste hors de QuickBooks; les factures qui l’utilisent peuvent échouer.} other {Si vous l’ignorez, {label} reste hors de QuickBooks tant que personne ne l’y saisit.}} Plus personne n’en sera averti et plus rien ne sera tenté. Vous pouvez annuler.',
  'decision.reopen.means':
    'Si vous le rouvrez, {label} redevient un problème ouvert et son prochain échec sera de nouveau signalé. Rien n’est envoyé à QuickBooks.',
  'decision.notYours': 'Seul un propriétaire ou un administrateur du cabinet peut en décider.',
  'done.skip': '{label} est ignoré : il reste hors de QuickBooks et plus personne n’en sera averti.',
  'done.reopen': '{label} est de nouveau ouvert.',
  'done.stands': 'Où en est {label} maintenant : {status}.',
  'done.undo': 'Annuler',
  'issue.status': 'État',
  'issue.status.open': 'Ouvert',
  'issue.status.resolved': 'Résolu',
  'issue.status.skipped': 'Ignoré',
  'issue.status.deleted': 'Supprimé',
  'issue.open': 'Ouvrir dans votre logiciel de gestion',
  'issue.client': 'Client',
  'issue.firstSeen': 'Premier échec',
  'issue.occurrences': 'Échecs',
  'issue.decide': 'Ce que vous pouvez faire ici',
  'issue.decide.nothing': 'Il n’y a plus rien à faire ici.',
  'cause.title': 'Ce que disent vos livres',
  'cause.never':
    'Personne n’a encore regardé dans vos livres; nul ne sait donc si la cause a disparu. Regarder n’y change rien.',
  'cause.cause-not-checked':
    'Ce qui a été lu ne dit pas si la cause a disparu. Le guide indique où regarder.',
  'cause.cause-stands': 'La cause de l’échec est toujours là. Le guide indique comment la corriger.',
  'cause.cause-gone': 'La cause de l’échec a disparu : la synchronisation peut être relancée.',
  'cause.already-in-books':
    'L’élément est déjà dans vos livres. Relancer la synchronisation le rattache, sans rien écrire dans QuickBooks.',
  'cause.unwanted': 'L’élément n’a plus à être dans vos livres. Ignorez-le.',
  'cause.evidence-old': 'Ce qui a été lu est trop ancien pour s’y fier. Regardez de nouveau avant d’agir.',
  'cause.readAt': 'Lu :',
  'cause.look': 'Regarder dans QuickBooks',
  'cause.lookAgain': 'Regarder de nouveau',
  'cause.connect': 'Connecter QuickBooks',
  'cause.unread.connection': 'Vos livres n’ont pas pu être lus : le cabinet n’est pas connecté à QuickBooks.',
  'cause.unread.rate-limit':
    'Vos livres n’ont pas pu être lus : QuickBooks n’accepte plus de questions pour le moment. Réessayez dans une minute.',
  'cause.unread.monthly-reads':
    'Vos livres n’ont pas pu être lus : les questions de ce mois à QuickBooks sont épuisées.',
  'cause.unread.no-answer':
    'Vos livres n’ont pas pu être lus : QuickBooks n’a pas répondu. Réessayez dans une minute.',
  'cause.unread.refused':
    'Vos livres n’ont pas pu être lus : QuickBooks a refusé. Vérifiez la connexion et votre abonnement.',
  'issue.raw': 'L’erreur telle que reçue',
  'issue.history': 'Historique',
  'history.failure': '{actor} a signalé un échec : {title}.',
  'history.success': '{actor} a signalé que l’envoi a réussi.',
  'history.skip': '{actor} l’a ignoré.',
  'history.reopen': '{actor} l’a rouvert.',
  'history.delete': '{actor} a supprimé le service.',
  'history.resync': '{actor} a demandé une nouvelle synchronisation.',
  'history.actor.key': 'Le logiciel de gestion',
  'history.actor.system': 'SyncDoctor',

  'nav.connection': 'Connexion',
  'connection.title': 'Connexion à QuickBooks',
  'connection.never': 'Ce cabinet n’est pas encore connecté à QuickBooks.',
  'connection.status.connected': 'Connecté',
  'connection.status.reconnect-needed': 'Reconnexion requise',
  'connection.status.disconnected': 'Déconnecté',
  'connection.company': 'Entreprise QuickBooks',
  'connection.company.number': 'Nº {number}',
  'connection.since': 'Depuis',
  'connection.ended': 'Terminée',
  'connection.by': '{at}, par {actor}',
  'connection.daysLeft': 'Se termine sans utilisation pendant',
  'connection.hardDaysLeft': 'À autoriser de nouveau dans',
  'connection.days': '{count, plural, one {# jour} other {# jours}}',
  'connection.lastSuccess': 'Dernière réponse de QuickBooks',
  'connection.lastSuccess.never': 'Aucune encore',
  'connection.reads': 'Lectures ce mois-ci',
  'connection.advice': 'Ce qu’il faut savoir',
  'connection.advice.unused':
    '{count, plural, =0 {La connexion n’a pas servi depuis longtemps et se termine aujourd’hui.} one {La connexion n’a pas servi depuis longtemps et se termine dans # jour.} other {La connexion n’a pas servi depuis longtemps et se termine dans # jours.}} Une reconnexion la renouvelle.',
  'connection.advice.fiveYears':
    '{count, plural, =0 {Intuit limite une connexion à cinq ans : celle-ci se termine aujourd’hui.} one {Intuit limite une connexion à cinq ans : celle-ci se termine dans # jour.} other {Intuit limite une connexion à cinq ans : celle-ci se termine dans # jours.}} Reconnectez-vous avant.',
  'connection.advice.reads':
    'Les lectures qu’Intuit permet en un mois sont épuisées. Rien n’est vérifié dans QuickBooks avant : {at}.',
  'connection.advice.otherCompany':
    'Depuis : {at}, ce cabinet est connecté à une autre entreprise QuickBooks qu’auparavant. Ce que l’on savait des éléments de l’ancienne n’est plus utilisé.',
  'connection.connect': 'Se connecter à QuickBooks',
  'connection.connect.means':
    'Vous allez chez Intuit, y ouvrez une session et choisissez l’entreprise. SyncDoctor ne voit jamais votre mot de passe.',
  'connection.reconnect': 'Se reconnecter à QuickBooks',
  'connection.reconnect.means':
    'Le cabinet est connecté. Pour vous reconnecter, vous allez chez Intuit et choisissez de nouveau l’entreprise; choisissez la même.',
  'connection.disconnect.ask': 'Déconnecter…',
  'connection.disconnect.means':
    'Si vous déconnectez, SyncDoctor oublie son accès, et rien ne parvient à QuickBooks tant qu’un propriétaire ne se reconnecte pas. Rien ne change dans QuickBooks.',
  'connection.disconnect': 'Déconnecter de QuickBooks',
  'connection.done.disconnect': 'Le cabinet est déconnecté de QuickBooks.',
  'connection.notYours':
    'Seul un propriétaire du cabinet peut connecter ou déconnecter QuickBooks. Demandez à un propriétaire d’ouvrir cette page.',
  'connection.notSetUp':
    'QuickBooks n’est pas encore configuré dans ce service. Adressez-vous à la personne qui exploite SyncDoctor pour votre logiciel de gestion.',
  'connection.cut.title': 'QuickBooks doit être reconnecté',
  'connection.cut.detail':
    'Intuit n’accepte plus la connexion. Ce qui attend QuickBooks attend, et rien n’est perdu. Un propriétaire du cabinet peut se reconnecter.',
  'connection.cut.next': 'Aller à la connexion',
  'outcome.connected.title': 'QuickBooks est connecté',
  'outcome.connected.detail': 'Intuit a donné son accord, et la connexion est conservée.',
  'outcome.other-company.title': 'Une autre entreprise QuickBooks est connectée',
  'outcome.other-company.detail':
    'Ce cabinet était connecté à une autre entreprise auparavant. Ce que SyncDoctor savait des éléments de celle-ci est oublié, afin que rien ne soit lié aux mauvais livres. Si vous avez choisi la mauvaise entreprise, reconnectez-vous et choisissez la bonne.',
  'outcome.denied.title': 'QuickBooks n’a pas été connecté',
  'outcome.denied.detail':
    'Vous n’avez pas donné votre accord chez Intuit. Rien n’a changé; vous pouvez recommencer.',
  'outcome.state-unknown.title': 'Ce retour ne fonctionne plus',
  'outcome.state-unknown.detail':
    'L’aller-retour chez Intuit fonctionne une seule fois, et pendant dix minutes. Rien n’a changé. Recommencez à la page de connexion.',
  'outcome.foreign.title': 'Une autre personne a commencé ceci',
  'outcome.foreign.detail':
    'La personne qui commence à connecter QuickBooks doit avoir une session ouverte lorsque Intuit la renvoie. Rien n’a été connecté. Ouvrez une session sous ce nom et recommencez.',
  'outcome.realm-taken.title': 'Cette entreprise appartient à un autre cabinet',
  'outcome.realm-taken.detail':
    'L’entreprise QuickBooks choisie est connectée ici à un autre cabinet. Rien n’a été connecté. Cet autre cabinet doit d’abord se déconnecter, ou choisissez une autre entreprise.',
  'outcome.exchange-failed.title': 'Intuit n’a pas achevé la connexion',
  'outcome.exchange-failed.detail':
    'Vous avez donné votre accord, mais Intuit n’a pas ouvert l’accès. Rien n’a été connecté. Recommencez dans une minute.',
  'outcome.close': 'Vous pouvez fermer cette page et retourner à votre logiciel de gestion.',
  'outcome.next': 'Aller à la connexion',

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
    'Le document de l’API nomme les rôles de chaque opération sous x-allow. Propriétaires et administrateurs agissent; le personnel et l’assistance lisent.',
  'problem.foreign-origin.title': 'Demandé depuis un autre site',
  'problem.foreign-origin.detail': 'Seules nos propres pages peuvent faire cela avec votre session.',
  'problem.foreign-origin.cure':
    'Revenez à la page de SyncDoctor et appuyez là sur le bouton. Les programmes utilisent une clé au lieu d’une session.',
  'problem.idempotency-key-required.title': 'Cette demande exige une Idempotency-Key',
  'problem.idempotency-key-required.detail':
    'Renvoyez-la avec l’en-tête Idempotency-Key, un nom nouveau pour chaque demande. Rien n’a été fait.',
  'problem.idempotency-key-required.cure':
    'Une relance et une suppression ne doivent pas se faire deux fois. Inventez un nom pour chacune, envoyez-le comme Idempotency-Key, et répétez la demande sous le même nom si sa réponse se perd.',
  'problem.action-not-available.title': 'Cette action n’est pas possible maintenant',
  'problem.action-not-available.detail':
    'Le champ reason dit pourquoi. Les allowedActions du problème indiquent ce qui est possible.',
  'problem.action-not-available.cure':
    'Relisez le problème : allowedActions y dit quelles actions sont possibles maintenant, et pourquoi les autres ne le sont pas.',
  'problem.request-in-flight.title': 'Cette demande est encore en cours',
  'problem.request-in-flight.detail': 'Renvoyez-la avec la même Idempotency-Key dans quelques secondes.',
  'problem.request-in-flight.cure':
    'Attendez le nombre de secondes indiqué par Retry-After et renvoyez la même demande avec la même clé : vous en recevrez la réponse.',
  'problem.quickbooks-not-set-up.title': 'QuickBooks n’est pas configuré ici',
  'problem.quickbooks-not-set-up.detail':
    'L’exploitant doit définir INTUIT_CLIENT_ID et les variables qui l’accompagnent.',
  'problem.quickbooks-not-set-up.cure':
    'Les cabinets se connectent par une application chez Intuit. La personne qui exploite ce service définit INTUIT_CLIENT_ID, INTUIT_CLIENT_SECRET, INTUIT_REDIRECT_URI, INTUIT_ENVIRONMENT et SECRET_KEY; `syncdoctor config` indique ce qui manque.',
  'problem.quickbooks-not-connected.title': 'Le cabinet n’est pas connecté à QuickBooks',
  'problem.quickbooks-not-connected.detail':
    'Un propriétaire du cabinet doit le connecter, ou le reconnecter; ensuite, les livres pourront être lus.',
  'problem.quickbooks-not-connected.cure':
    'Connectez-vous comme propriétaire, ouvrez QuickBooks dans les pages du cabinet et établissez la connexion. Rien de ce qui attend n’est perdu.',
  'problem.secrets-not-set-up.title': 'Aucun secret ne peut être conservé ici',
  'problem.secrets-not-set-up.detail': 'L’exploitant doit définir SECRET_KEY ou SECRET_KEY_FILE.',
  'problem.secrets-not-set-up.cure':
    'Le secret d’une application hôte est conservé chiffré. La personne qui exploite ce service définit SECRET_KEY ou SECRET_KEY_FILE; sans quoi un cabinet ne peut avoir d’adresse d’application hôte.',
  'problem.quickbooks-unreachable.title': 'Intuit est injoignable',
  'problem.quickbooks-unreachable.detail': 'Rien n’a été fait. Réessayez dans une minute.',
  'problem.quickbooks-unreachable.cure':
    'Attendez une minute et réessayez. Si cela persiste, consultez status.developer.intuit.com et vérifiez que ce service peut joindre Intuit.',
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

  'sandbox.mark': 'Bac à sable, pas QuickBooks',
  'sandbox.note':
    'Cette page remplace QuickBooks en ligne. Ses entreprises sont inventées, et rien ici n’est réel.',
  'sandbox.authorize.title': 'Connecter une entreprise du bac à sable',
  'sandbox.authorize.lead':
    '{site} demande à lire et à modifier les livres d’une entreprise de ce bac à sable.',
  'sandbox.authorize.company': 'Entreprise',
  'sandbox.authorize.connect': 'Connecter',
  'sandbox.authorize.cancel': 'Annuler',
  'sandbox.authorize.problem': 'La connexion est impossible',
  'sandbox.authorize.problem.client':
    'Aucune application portant cet identifiant client n’est inscrite au bac à sable.',
  'sandbox.authorize.problem.redirect':
    'L’adresse de retour est absente, ou n’est pas inscrite pour cette application.',
  'sandbox.authorize.problem.request': 'La demande est incomplète. Recommencez depuis votre point de départ.',

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
  'fault.future': 'est à plus d’un jour dans l’avenir; vérifiez l’horloge',
  'fault.amount': 'n’est pas un montant de sa devise, ou a trop de décimales',
  'fault.size': 'est trop grand; 64 Kio au plus en JSON',
  'fault.nesting': 'est imbriqué trop profondément; {expected} niveaux au plus',
  'fault.cursor': 'n’est pas un curseur de cette liste; commencez sans curseur',
  'fault.unknown': 'n’est pas connu',
  'fault.other': 'n’est pas valide',
}
