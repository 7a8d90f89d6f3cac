/** Words of e-mail addresses that do not name a person. Compared in lower case without `.`, `-`, `_` and `+tag`. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/**
 * Local parts of mailboxes that several people read: RFC 2142, and what firms use in Spanish, Portuguese and English.
 */
export const ROLE_WORDS = words(`
  abuse admin administrator administrador administradora administracion administracao accounting accounts billing booking
  careers compliance contact contacts customercare customerservice customersupport dpo editor enquiries events feedback
  finance helpdesk help hostmaster hello hi hr info information inquiries it jobs legal mail mailbox marketing media
  newsletter noc office operations orders payments postmaster press privacy purchasing reception recruiting reservations
  root sales security service services shop staff store subscribe support sysadmin team unsubscribe webmaster
  noreply donotreply mailerdaemon notification notifications notificaciones notificacoes alert alerts alertas
  atencion atencionalcliente atencionaclientes atencioncliente servicioalcliente servicioaclientes servicliente
  ayuda buzon caja calidad cliente clientes cobranza cobranzas cobros comercial compras comunicacion comunicaciones
  comunicacionsocial contabilidad contacto contador contacta contactanos contactenos correo correspondencia credito
  cotizaciones cuentas cuentasporpagar direccion direcciongeneral empleo empleos envios eventos facturacion facturas
  factura facturaelectronica finanzas garantias gerencia gerente hola informacion informaciones informes inventario
  juridico logistica mantenimiento mercadeo mercadotecnia mesadeayuda mesadeentrada mesadepartes nomina nominas oficina
  operaciones pagos pedidos personal postventa posventa prensa presidencia privacidad promociones proveedores publicidad
  queja quejas reclamos reclamaciones recepcion reclutamiento recursoshumanos reservas reservaciones rh rrhh secretaria
  seguridad servicio servicios sistemas soporte soportetecnico sugerencias suscripciones sucursal taller tesoreria tienda
  turnos tramites ventas ventasonline ventasweb
  ajuda assistencia atendimento atendimentoaocliente cadastro central cobranca comercio compra comunicacao contabil
  contabilidade contas contato contatos curriculo curriculos departamentopessoal diretoria duvidas encomendas engenharia
  escritorio estoque faleconosco faturamento financeiro fiscal fornecedores gestao imprensa informacoes informatica
  licitacao licitacoes logistica loja manutencao matricula naoresponda naoresponder nfe notafiscal ouvidoria pagamento
  pagamentos pedido pessoal posvenda qualidade recepcao recrutamento reservas sac seguranca servico servicos sugestoes
  suporte suportetecnico tecnologia ti trabalheconosco treinamento venda vendas vagas noresponder nocontestar`);

/** Local parts that people type who have no address or give none. */
export const PLACEHOLDER_WORDS = words(`
  null none nil undefined unknown nobody nomail noemail noemailaddress notengo notengocorreo notengoemail notiene
  notienecorreo notieneemail notienemail nocorreo nodisponible noaplica noexiste nohay nohaycorreo noproporciona
  noproporciono noregistra nousa nousacorreo sincorreo sinemail sinmail sincorreoelectronico sindato sindatos sinregistro
  sininformacion ninguno nadie desconocido naotem naotememail naopossui naopossuiemail naoinformado naoinformou semmail
  sememail desconhecido ejemplo exemplo example test teste testing prueba pruebas tester testuser asd asdf asdfg asdfgh
  qwe qwerty qwert abc abcd fake falso dummy noname na nn sn nomailaddress emailfalso correofalso`);

/** First labels of domains that stand for no domain, when the top-level domain makes them look real. */
export const PLACEHOLDER_DOMAIN_WORDS = words(`
  noemail nomail nocorreo notiene noexiste ninguno none null sincorreo sinemail sinmail sememail naotem undefined
  example ejemplo exemplo dominio tudominio yourdomain asdf qwerty`);

/** Top-level domains that never exist (RFC 2606, RFC 6761). */
export const RESERVED_TOP_LEVEL_DOMAINS = words('example invalid test localhost');

/** Domains of Google Mail: dots do not count and `+tag` is ignored (Google's help, answer 7436150). */
export const GOOGLE_DOMAINS = words('gmail.com googlemail.com');

/** Domains of Microsoft's consumer mail, where `+tag` is ignored and dots count: the region's, then the rest that is known. */
export const MICROSOFT_DOMAINS = words(`
  hotmail.com hotmail.com.mx hotmail.com.ar hotmail.com.br hotmail.com.co hotmail.com.pe hotmail.cl hotmail.es hotmail.mx
  outlook.com outlook.com.mx outlook.com.ar outlook.com.br outlook.com.co outlook.com.pe outlook.cl outlook.es outlook.mx
  outlook.pt live.com live.com.mx live.com.ar live.com.br live.com.co live.com.pe live.cl live.com.pt msn.com windowslive.com
  hotmail.co.uk hotmail.fr hotmail.it hotmail.de hotmail.be hotmail.ca outlook.fr outlook.it outlook.de outlook.co
  live.co.uk live.fr live.it live.de live.ca passport.com`);
