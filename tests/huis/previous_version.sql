-- version unreleased
-- moment 2026-11-30T02:11:15.311522+00:00
-- migration account 0001_initial
-- migration account 0002_email_max_length
-- migration account 0003_alter_emailaddress_create_unique_verified_email
-- migration account 0004_alter_emailaddress_drop_unique_email
-- migration account 0005_emailaddress_idx_upper_email
-- migration account 0006_emailaddress_lower
-- migration account 0007_emailaddress_idx_email
-- migration account 0008_emailaddress_unique_primary_email_fixup
-- migration account 0009_emailaddress_unique_primary_email
-- migration auth 0001_initial
-- migration auth 0002_alter_permission_name_max_length
-- migration auth 0003_alter_user_email_max_length
-- migration auth 0004_alter_user_username_opts
-- migration auth 0005_alter_user_last_login_null
-- migration auth 0006_require_contenttypes_0002
-- migration auth 0007_alter_validators_add_error_messages
-- migration auth 0008_alter_user_username_max_length
-- migration auth 0009_alter_user_last_name_max_length
-- migration auth 0010_alter_group_name_max_length
-- migration auth 0011_update_proxy_permissions
-- migration auth 0012_alter_user_first_name_max_length
-- migration berichten 0001_initial
-- migration berichten 0002_namens
-- migration berichten 0003_bundel
-- migration bewaking 0001_initial
-- migration contenttypes 0001_initial
-- migration contenttypes 0002_remove_content_type_name
-- migration core 0001_initial
-- migration core 0002_klokplaats
-- migration escalatie 0001_initial
-- migration escalatie 0002_initial
-- migration escalatie 0003_initial
-- migration escalatie 0004_ladder_waterdicht
-- migration escalatie 0005_zuid_holland_noord
-- migration escalatie 0006_gebeurtenissen_erbij
-- migration escalatie 0007_iets_afgesloten
-- migration escalatie 0008_gebeurtenis_namens
-- migration gezinnen 0001_initial
-- migration gezinnen 0002_initial
-- migration gezinnen 0003_niet_te_veel_zeggen
-- migration gezinsplan 0001_initial
-- migration gezinsplan 0002_initial
-- migration gezinsplan 0003_geschiedenis_alleen_erbij
-- migration gezinsplan 0004_aanvaarding
-- migration gezinsplan 0005_afstemming_zonder_gezin
-- migration gezinsplan 0006_een_blad_voor_het_gezin
-- migration gezinsplan 0007_eenmalige_link
-- migration gezinsplan 0008_namens
-- migration guardian 0001_initial
-- migration guardian 0002_generic_permissions_index
-- migration guardian 0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more
-- migration instanties 0001_initial
-- migration instanties 0002_regio
-- migration instanties 0003_gevoelige_naam
-- migration instanties 0004_logboek_bewaren
-- migration instanties 0005_biedt_hulp
-- migration instanties 0006_eigen_woorden
-- migration instanties 0007_mail_per_dag
-- migration instanties 0008_vervanging
-- migration instanties 0009_werkwijze
-- migration logboek 0001_initial
-- migration logboek 0002_onderwerpen
-- migration logboek 0003_zegel
-- migration logboek 0004_onderzoek
-- migration mfa 0001_initial
-- migration mfa 0002_authenticator_timestamps
-- migration mfa 0003_authenticator_type_uniq
-- migration oefenomgeving 0001_initial
-- migration oefenomgeving 0002_opmaak
-- migration pghistory 0001_initial
-- migration pghistory 0002_aggregateevent
-- migration pghistory 0003_auto_20201023_1636
-- migration pghistory 0004_auto_20220906_1625
-- migration pghistory 0005_events_middlewareevents
-- migration pghistory 0006_delete_aggregateevent
-- migration pghistory 0007_auto_20250421_0444
-- migration sessions 0001_initial
-- migration socialaccount 0001_initial
-- migration socialaccount 0002_token_max_lengths
-- migration socialaccount 0003_extra_data_default_dict
-- migration socialaccount 0004_app_provider_id_settings
-- migration socialaccount 0005_socialtoken_nullable_app
-- migration socialaccount 0006_alter_socialaccount_extra_data
-- migration termijnen 0001_initial
-- migration termijnen 0002_namens
-- migration termijnen 0003_volgende_beurt
-- migration toestemming 0001_initial
-- migration toestemming 0002_gronden_van_een_stap
-- migration toestemming 0003_toestemming_en_bescherming
-- migration toestemming 0004_geschiedenis_alleen_erbij
-- migration toestemming 0005_uitleg_voor_u_en_je
-- migration toestemming 0006_gronden_in_de_woorden_van_de_regio
-- migration usersessions 0001_initial
COPY auth_permission (id, name, content_type_id, codename) FROM stdin;
1	Can add oefenbrief	1	add_oefenbrief
2	Can change oefenbrief	1	change_oefenbrief
3	Can delete oefenbrief	1	delete_oefenbrief
4	Can view oefenbrief	1	view_oefenbrief
5	Can add oefenklok	2	add_oefenklok
6	Can change oefenklok	2	change_oefenklok
7	Can delete oefenklok	2	delete_oefenklok
8	Can view oefenklok	2	view_oefenklok
9	Can add opdracht	3	add_opdracht
10	Can change opdracht	3	change_opdracht
11	Can delete opdracht	3	delete_opdracht
12	Can view opdracht	3	view_opdracht
13	Can add zelfcontrole	4	add_zelfcontrole
14	Can change zelfcontrole	4	change_zelfcontrole
15	Can delete zelfcontrole	4	delete_zelfcontrole
16	Can view zelfcontrole	4	view_zelfcontrole
17	Can add actie	5	add_actie
18	Can change actie	5	change_actie
19	Can delete actie	5	delete_actie
20	Can view actie	5	view_actie
21	Can add besluit	6	add_besluit
22	Can change besluit	6	change_besluit
23	Can delete besluit	6	delete_besluit
24	Can view besluit	6	view_besluit
25	Can add betrokken organisatie	7	add_betrokkenorganisatie
26	Can change betrokken organisatie	7	change_betrokkenorganisatie
27	Can delete betrokken organisatie	7	delete_betrokkenorganisatie
28	Can view betrokken organisatie	7	view_betrokkenorganisatie
29	Can add bevestiging	8	add_bevestiging
30	Can change bevestiging	8	change_bevestiging
31	Can delete bevestiging	8	delete_bevestiging
32	Can view bevestiging	8	view_bevestiging
33	Can add escalatiebericht	9	add_escalatiebericht
34	Can change escalatiebericht	9	change_escalatiebericht
35	Can delete escalatiebericht	9	delete_escalatiebericht
36	Can view escalatiebericht	9	view_escalatiebericht
37	Can add escalatiemodel	10	add_escalatiemodel
38	Can change escalatiemodel	10	change_escalatiemodel
39	Can delete escalatiemodel	10	delete_escalatiemodel
40	Can view escalatiemodel	10	view_escalatiemodel
41	Can add gebeurtenis	11	add_gebeurtenis
42	Can change gebeurtenis	11	change_gebeurtenis
43	Can delete gebeurtenis	11	delete_gebeurtenis
44	Can view gebeurtenis	11	view_gebeurtenis
45	Can add modelniveau	12	add_modelniveau
46	Can change modelniveau	12	change_modelniveau
47	Can delete modelniveau	12	delete_modelniveau
48	Can view modelniveau	12	view_modelniveau
49	Can add modelstap	13	add_modelstap
50	Can change modelstap	13	change_modelstap
51	Can delete modelstap	13	delete_modelstap
52	Can view modelstap	13	view_modelstap
53	Can add oplossing	14	add_oplossing
54	Can change oplossing	14	change_oplossing
55	Can delete oplossing	14	delete_oplossing
56	Can view oplossing	14	view_oplossing
57	Can add stagnatie	15	add_stagnatie
58	Can change stagnatie	15	change_stagnatie
59	Can delete stagnatie	15	delete_stagnatie
60	Can view stagnatie	15	view_stagnatie
61	de stagnatie bekijken	15	stagnatie_bekijken
62	acties vastleggen en beslissen	15	stagnatie_handelen
63	advies geven	15	stagnatie_adviseren
64	Can add stagnatie afspraak	16	add_stagnatieafspraak
65	Can change stagnatie afspraak	16	change_stagnatieafspraak
66	Can delete stagnatie afspraak	16	delete_stagnatieafspraak
67	Can view stagnatie afspraak	16	view_stagnatieafspraak
68	Can add stagnatie recht verlening	17	add_stagnatierechtverlening
69	Can change stagnatie recht verlening	17	change_stagnatierechtverlening
70	Can delete stagnatie recht verlening	17	delete_stagnatierechtverlening
71	Can view stagnatie recht verlening	17	view_stagnatierechtverlening
72	Can add stap	18	add_stap
73	Can change stap	18	change_stap
74	Can delete stap	18	delete_stap
75	Can view stap	18	view_stap
76	Can add terugkoppeling	19	add_terugkoppeling
77	Can change terugkoppeling	19	change_terugkoppeling
78	Can delete terugkoppeling	19	delete_terugkoppeling
79	Can view terugkoppeling	19	view_terugkoppeling
80	Can add vraag	20	add_vraag
81	Can change vraag	20	change_vraag
82	Can delete vraag	20	delete_vraag
83	Can view vraag	20	view_vraag
84	Can add afspraak	21	add_afspraak
85	Can change afspraak	21	change_afspraak
86	Can delete afspraak	21	delete_afspraak
87	Can view afspraak	21	view_afspraak
88	Can add afspraak event	22	add_afspraakevent
89	Can change afspraak event	22	change_afspraakevent
90	Can delete afspraak event	22	delete_afspraakevent
91	Can view afspraak event	22	view_afspraakevent
92	Can add doel	23	add_doel
93	Can change doel	23	change_doel
94	Can delete doel	23	delete_doel
95	Can view doel	23	view_doel
96	Can add doel event	24	add_doelevent
97	Can change doel event	24	change_doelevent
98	Can delete doel event	24	delete_doelevent
99	Can view doel event	24	view_doelevent
100	Can add evaluatie	25	add_evaluatie
101	Can change evaluatie	25	change_evaluatie
102	Can delete evaluatie	25	delete_evaluatie
103	Can view evaluatie	25	view_evaluatie
104	Can add gesprek	26	add_gesprek
105	Can change gesprek	26	change_gesprek
106	Can delete gesprek	26	delete_gesprek
107	Can view gesprek	26	view_gesprek
108	Can add gezinsplan	27	add_gezinsplan
109	Can change gezinsplan	27	change_gezinsplan
110	Can delete gezinsplan	27	delete_gezinsplan
111	Can view gezinsplan	27	view_gezinsplan
112	Can add gezinsplan event	28	add_gezinsplanevent
113	Can change gezinsplan event	28	change_gezinsplanevent
114	Can delete gezinsplan event	28	delete_gezinsplanevent
115	Can view gezinsplan event	28	view_gezinsplanevent
116	Can add navraag	29	add_navraag
117	Can change navraag	29	change_navraag
118	Can delete navraag	29	delete_navraag
119	Can view navraag	29	view_navraag
120	Can add pdf opdracht	30	add_pdfopdracht
121	Can change pdf opdracht	30	change_pdfopdracht
122	Can delete pdf opdracht	30	delete_pdfopdracht
123	Can view pdf opdracht	30	view_pdfopdracht
124	Can add reactie	31	add_reactie
125	Can change reactie	31	change_reactie
126	Can delete reactie	31	delete_reactie
127	Can view reactie	31	view_reactie
128	Can add aanvaarding	32	add_aanvaarding
129	Can change aanvaarding	32	change_aanvaarding
130	Can delete aanvaarding	32	delete_aanvaarding
131	Can view aanvaarding	32	view_aanvaarding
132	Can add afstemming zonder het gezin	33	add_afstemmingzondergezin
133	Can change afstemming zonder het gezin	33	change_afstemmingzondergezin
134	Can delete afstemming zonder het gezin	33	delete_afstemmingzondergezin
135	Can view afstemming zonder het gezin	33	view_afstemmingzondergezin
136	Can add eenmalige link	34	add_eenmaligelink
137	Can change eenmalige link	34	change_eenmaligelink
138	Can delete eenmalige link	34	delete_eenmaligelink
139	Can view eenmalige link	34	view_eenmaligelink
140	Can add grondslag	35	add_grondslag
141	Can change grondslag	35	change_grondslag
142	Can delete grondslag	35	delete_grondslag
143	Can view grondslag	35	view_grondslag
144	Can add keuze om te delen	36	add_deelkeuze
145	Can change keuze om te delen	36	change_deelkeuze
146	Can delete keuze om te delen	36	delete_deelkeuze
147	Can view keuze om te delen	36	view_deelkeuze
148	Can add deelkeuze event	37	add_deelkeuzeevent
149	Can change deelkeuze event	37	change_deelkeuzeevent
150	Can delete deelkeuze event	37	delete_deelkeuzeevent
151	Can view deelkeuze event	37	view_deelkeuzeevent
152	Can add soort grondslag	38	add_grondslagsoort
153	Can change soort grondslag	38	change_grondslagsoort
154	Can delete soort grondslag	38	delete_grondslagsoort
155	Can view soort grondslag	38	view_grondslagsoort
156	Can add handtekening	39	add_handtekening
157	Can change handtekening	39	change_handtekening
158	Can delete handtekening	39	delete_handtekening
159	Can view handtekening	39	view_handtekening
160	Can add handtekening event	40	add_handtekeningevent
161	Can change handtekening event	40	change_handtekeningevent
162	Can delete handtekening event	40	delete_handtekeningevent
163	Can view handtekening event	40	view_handtekeningevent
164	Can add intrekking	41	add_intrekking
165	Can change intrekking	41	change_intrekking
166	Can delete intrekking	41	delete_intrekking
167	Can view intrekking	41	view_intrekking
168	Can add intrekking event	42	add_intrekkingevent
169	Can change intrekking event	42	change_intrekkingevent
170	Can delete intrekking event	42	delete_intrekkingevent
171	Can view intrekking event	42	view_intrekkingevent
172	Can add poging	43	add_poging
173	Can change poging	43	change_poging
174	Can delete poging	43	delete_poging
175	Can view poging	43	view_poging
176	Can add poging event	44	add_pogingevent
177	Can change poging event	44	change_pogingevent
178	Can delete poging event	44	delete_pogingevent
179	Can view poging event	44	view_pogingevent
180	Can add toestemming	45	add_toestemming
181	Can change toestemming	45	change_toestemming
182	Can delete toestemming	45	delete_toestemming
183	Can view toestemming	45	view_toestemming
184	Can add toestemming event	46	add_toestemmingevent
185	Can change toestemming event	46	change_toestemmingevent
186	Can delete toestemming event	46	delete_toestemmingevent
187	Can view toestemming event	46	view_toestemmingevent
188	Can add toestemmingsgesprek	47	add_toestemmingsgesprek
189	Can change toestemmingsgesprek	47	change_toestemmingsgesprek
190	Can delete toestemmingsgesprek	47	delete_toestemmingsgesprek
191	Can view toestemmingsgesprek	47	view_toestemmingsgesprek
192	Can add toestemmingsgesprek event	48	add_toestemmingsgesprekevent
193	Can change toestemmingsgesprek event	48	change_toestemmingsgesprekevent
194	Can delete toestemmingsgesprek event	48	delete_toestemmingsgesprekevent
195	Can view toestemmingsgesprek event	48	view_toestemmingsgesprekevent
196	Can add veiligheidsvlag	49	add_veiligheidsvlag
197	Can change veiligheidsvlag	49	change_veiligheidsvlag
198	Can delete veiligheidsvlag	49	delete_veiligheidsvlag
199	Can view veiligheidsvlag	49	view_veiligheidsvlag
200	Can add veiligheidsvlag event	50	add_veiligheidsvlagevent
201	Can change veiligheidsvlag event	50	change_veiligheidsvlagevent
202	Can delete veiligheidsvlag event	50	delete_veiligheidsvlagevent
203	Can view veiligheidsvlag event	50	view_veiligheidsvlagevent
204	Can add verjaardag	51	add_verjaardag
205	Can change verjaardag	51	change_verjaardag
206	Can delete verjaardag	51	delete_verjaardag
207	Can view verjaardag	51	view_verjaardag
208	Can add vertegenwoordiging	52	add_vertegenwoordiging
209	Can change vertegenwoordiging	52	change_vertegenwoordiging
210	Can delete vertegenwoordiging	52	delete_vertegenwoordiging
211	Can view vertegenwoordiging	52	view_vertegenwoordiging
212	Can add vertegenwoordiging event	53	add_vertegenwoordigingevent
213	Can change vertegenwoordiging event	53	change_vertegenwoordigingevent
214	Can delete vertegenwoordiging event	53	delete_vertegenwoordigingevent
215	Can view vertegenwoordiging event	53	view_vertegenwoordigingevent
216	Can add kloktik	54	add_kloktik
217	Can change kloktik	54	change_kloktik
218	Can delete kloktik	54	delete_kloktik
219	Can view kloktik	54	view_kloktik
220	Can add termijn	55	add_termijn
221	Can change termijn	55	change_termijn
222	Can delete termijn	55	delete_termijn
223	Can view termijn	55	view_termijn
224	Can add klokfout	56	add_klokfout
225	Can change klokfout	56	change_klokfout
226	Can delete klokfout	56	delete_klokfout
227	Can view klokfout	56	view_klokfout
228	Can add herinnering	57	add_herinnering
229	Can change herinnering	57	change_herinnering
230	Can delete herinnering	57	delete_herinnering
231	Can view herinnering	57	view_herinnering
232	Can add gevraagd	58	add_gevraagd
233	Can change gevraagd	58	change_gevraagd
234	Can delete gevraagd	58	delete_gevraagd
235	Can view gevraagd	58	view_gevraagd
236	Can add termijn wijziging	59	add_termijnwijziging
237	Can change termijn wijziging	59	change_termijnwijziging
238	Can delete termijn wijziging	59	delete_termijnwijziging
239	Can view termijn wijziging	59	view_termijnwijziging
240	Can add zorgcoördinatorschap	60	add_coordinatorschap
241	Can change zorgcoördinatorschap	60	change_coordinatorschap
242	Can delete zorgcoördinatorschap	60	delete_coordinatorschap
243	Can view zorgcoördinatorschap	60	view_coordinatorschap
244	Can add coordinatorschap event	61	add_coordinatorschapevent
245	Can change coordinatorschap event	61	change_coordinatorschapevent
246	Can delete coordinatorschap event	61	delete_coordinatorschapevent
247	Can view coordinatorschap event	61	view_coordinatorschapevent
248	Can add deelnemer	62	add_deelnemer
249	Can change deelnemer	62	change_deelnemer
250	Can delete deelnemer	62	delete_deelnemer
251	Can view deelnemer	62	view_deelnemer
252	Can add deelnemer event	63	add_deelnemerevent
253	Can change deelnemer event	63	change_deelnemerevent
254	Can delete deelnemer event	63	delete_deelnemerevent
255	Can view deelnemer event	63	view_deelnemerevent
256	Can add gezag	64	add_gezag
257	Can change gezag	64	change_gezag
258	Can delete gezag	64	delete_gezag
259	Can view gezag	64	view_gezag
260	Can add gezag event	65	add_gezagevent
261	Can change gezag event	65	change_gezagevent
262	Can delete gezag event	65	delete_gezagevent
263	Can view gezag event	65	view_gezagevent
264	Can add gezin	66	add_gezin
265	Can change gezin	66	change_gezin
266	Can delete gezin	66	delete_gezin
267	Can view gezin	66	view_gezin
268	het plan bekijken	66	gezin_bekijken
269	het plan bewerken	66	gezin_bewerken
270	reageren	66	gezin_reageren
271	melden dat het plan vastloopt	66	stagnatie_melden
272	namens het gezin antwoorden	66	namens_gezin_instemmen
273	Can add gezin event	67	add_gezinevent
274	Can change gezin event	67	change_gezinevent
275	Can delete gezin event	67	delete_gezinevent
276	Can view gezin event	67	view_gezinevent
277	Can add gezin recht verlening	68	add_gezinrechtverlening
278	Can change gezin recht verlening	68	change_gezinrechtverlening
279	Can delete gezin recht verlening	68	delete_gezinrechtverlening
280	Can view gezin recht verlening	68	view_gezinrechtverlening
281	Can add huishouden	69	add_huishouden
282	Can change huishouden	69	change_huishouden
283	Can delete huishouden	69	delete_huishouden
284	Can view huishouden	69	view_huishouden
285	Can add huishouden event	70	add_huishoudenevent
286	Can change huishouden event	70	change_huishoudenevent
287	Can delete huishouden event	70	delete_huishoudenevent
288	Can view huishouden event	70	view_huishoudenevent
289	Can add vrije dag	71	add_vrijedag
290	Can change vrije dag	71	change_vrijedag
291	Can delete vrije dag	71	delete_vrijedag
292	Can view vrije dag	71	view_vrijedag
293	Can add gebruiker	72	add_gebruiker
294	Can change gebruiker	72	change_gebruiker
295	Can delete gebruiker	72	delete_gebruiker
296	Can view gebruiker	72	view_gebruiker
297	Can add gemeente	73	add_gemeente
298	Can change gemeente	73	change_gemeente
299	Can delete gemeente	73	delete_gemeente
300	Can view gemeente	73	view_gemeente
301	Can add instelling	74	add_instelling
302	Can change instelling	74	change_instelling
303	Can delete instelling	74	delete_instelling
304	Can view instelling	74	view_instelling
305	Can add functie	75	add_functie
306	Can change functie	75	change_functie
307	Can delete functie	75	delete_functie
308	Can view functie	75	view_functie
309	Can add melding voor de beheerder	76	add_beheermelding
310	Can change melding voor de beheerder	76	change_beheermelding
311	Can delete melding voor de beheerder	76	delete_beheermelding
312	Can view melding voor de beheerder	76	view_beheermelding
313	Can add regio	77	add_regio
314	Can change regio	77	change_regio
315	Can delete regio	77	delete_regio
316	Can view regio	77	view_regio
317	Can add uitnodiging	78	add_uitnodiging
318	Can change uitnodiging	78	change_uitnodiging
319	Can delete uitnodiging	78	delete_uitnodiging
320	Can view uitnodiging	78	view_uitnodiging
321	Can add begripwoord	79	add_begripwoord
322	Can change begripwoord	79	change_begripwoord
323	Can delete begripwoord	79	delete_begripwoord
324	Can view begripwoord	79	view_begripwoord
325	Can add begripwoord event	80	add_begripwoordevent
326	Can change begripwoord event	80	change_begripwoordevent
327	Can delete begripwoord event	80	delete_begripwoordevent
328	Can view begripwoord event	80	view_begripwoordevent
329	Can add vervanging	81	add_vervanging
330	Can change vervanging	81	change_vervanging
331	Can delete vervanging	81	delete_vervanging
332	Can view vervanging	81	view_vervanging
333	Can add bericht	82	add_bericht
334	Can change bericht	82	change_bericht
335	Can delete bericht	82	delete_bericht
336	Can view bericht	82	view_bericht
337	Can add logboekregel	83	add_regel
338	Can change logboekregel	83	change_regel
339	Can delete logboekregel	83	delete_regel
340	Can view logboekregel	83	view_regel
341	Can add zegel	84	add_zegel
342	Can change zegel	84	change_zegel
343	Can delete zegel	84	delete_zegel
344	Can view zegel	84	view_zegel
345	Can add onderzoek in het logboek	85	add_onderzoek
346	Can change onderzoek in het logboek	85	change_onderzoek
347	Can delete onderzoek in het logboek	85	delete_onderzoek
348	Can view onderzoek in het logboek	85	view_onderzoek
349	Can add verwerkt formulier	86	add_verwerkt
350	Can change verwerkt formulier	86	change_verwerkt
351	Can delete verwerkt formulier	86	delete_verwerkt
352	Can view verwerkt formulier	86	view_verwerkt
353	Can add plaats van de klok	87	add_klokplaats
354	Can change plaats van de klok	87	change_klokplaats
355	Can delete plaats van de klok	87	delete_klokplaats
356	Can view plaats van de klok	87	view_klokplaats
357	Can add group object permission	88	add_groupobjectpermission
358	Can change group object permission	88	change_groupobjectpermission
359	Can delete group object permission	88	delete_groupobjectpermission
360	Can view group object permission	88	view_groupobjectpermission
361	Can add user object permission	89	add_userobjectpermission
362	Can change user object permission	89	change_userobjectpermission
363	Can delete user object permission	89	delete_userobjectpermission
364	Can view user object permission	89	view_userobjectpermission
365	Can add context	90	add_context
366	Can change context	90	change_context
367	Can delete context	90	delete_context
368	Can view context	90	view_context
369	Can add events	91	add_events
370	Can change events	91	change_events
371	Can delete events	91	delete_events
372	Can view events	91	view_events
373	Can add middleware events	92	add_middlewareevents
374	Can change middleware events	92	change_middlewareevents
375	Can delete middleware events	92	delete_middlewareevents
376	Can view middleware events	92	view_middlewareevents
377	Can add email address	93	add_emailaddress
378	Can change email address	93	change_emailaddress
379	Can delete email address	93	delete_emailaddress
380	Can view email address	93	view_emailaddress
381	Can add email confirmation	94	add_emailconfirmation
382	Can change email confirmation	94	change_emailconfirmation
383	Can delete email confirmation	94	delete_emailconfirmation
384	Can view email confirmation	94	view_emailconfirmation
385	Can add authenticator	95	add_authenticator
386	Can change authenticator	95	change_authenticator
387	Can delete authenticator	95	delete_authenticator
388	Can view authenticator	95	view_authenticator
389	Can add social account	96	add_socialaccount
390	Can change social account	96	change_socialaccount
391	Can delete social account	96	delete_socialaccount
392	Can view social account	96	view_socialaccount
393	Can add social application	97	add_socialapp
394	Can change social application	97	change_socialapp
395	Can delete social application	97	delete_socialapp
396	Can view social application	97	view_socialapp
397	Can add social application token	98	add_socialtoken
398	Can change social application token	98	change_socialtoken
399	Can delete social application token	98	delete_socialtoken
400	Can view social application token	98	view_socialtoken
401	Can add user session	99	add_usersession
402	Can change user session	99	change_usersession
403	Can delete user session	99	delete_usersession
404	Can view user session	99	view_usersession
405	Can add permission	100	add_permission
406	Can change permission	100	change_permission
407	Can delete permission	100	delete_permission
408	Can view permission	100	view_permission
409	Can add group	101	add_group
410	Can change group	101	change_group
411	Can delete group	101	delete_group
412	Can view group	101	view_group
413	Can add content type	102	add_contenttype
414	Can change content type	102	change_contenttype
415	Can delete content type	102	delete_contenttype
416	Can view content type	102	view_contenttype
417	Can add session	103	add_session
418	Can change session	103	change_session
419	Can delete session	103	delete_session
420	Can view session	103	view_session
\.
COPY berichten_bericht (id, soort, gezin_id, object_id, sleutel, gemaakt_op, gelezen_op, mail_staat, volgende_poging_op, pogingen, verzonden_op, laatste_fout, ontvanger_id, namens_id, bundel, spoed) FROM stdin;
01b41a3b-2722-481b-805a-a24d5e9d2a61	herinnering	defe9132-e90a-455a-bb53-0b394709820a	bfba8c41-c3b3-4ff0-824f-ae0eb0a6a7c4	herinnering:bfba8c41-c3b3-4ff0-824f-ae0eb0a6a7c4:2026-11-27T05:00:00+00:00	2026-11-27 05:00:00+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		4bcee1cf-2096-4f43-8b69-e6368536d47a	\N	\N	f
05944e23-d3da-41ab-a0b8-3dc51f18ef11	stagnatie_geen_antwoord	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_geen_antwoord:4f51e3d4-4563-413d-a874-f2a2c2b49f44	2026-11-24 22:59:59+00	\N	verzonden	\N	0	2026-11-25 06:30:00+00		6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5	\N	2f1cf648-60a9-4268-b462-eca092d3c232	f
06515eb8-69b3-4312-9db1-6686cc7d89a7	plan_gestart	defe9132-e90a-455a-bb53-0b394709820a	2d112660-d59d-4125-a6ce-3b6d5136c690	gestart:2d112660-d59d-4125-a6ce-3b6d5136c690	2026-11-12 09:00:00+00	\N	verzonden	\N	0	2026-11-12 09:00:00+00		a7360cad-ee52-4300-9329-f7063ad4ca34	\N	aeecc14d-f730-493a-82f4-2c4458f0e129	f
093abac9-f8c6-417d-a3a0-a23bebff7c93	stagnatie_bericht_gelezen	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_bericht_gelezen:4ac0c373-e113-4dd9-9f6b-33bb3f783746:1	2026-11-14 09:00:00+00	\N	verzonden	\N	0	2026-11-17 06:30:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	\N	16e40188-276b-4726-98f6-4bcca782e792	f
09d53bf0-8325-4be3-a45a-a82f1235356e	stagnatie_stap	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_stap:547623fc-8aca-423e-b1b4-168c2695da7b	2026-11-25 22:59:59+00	\N	verzonden	\N	0	2026-11-26 06:30:00+00		edb57122-2e76-475d-8666-c4ef420865b2	\N	18b7f638-9caa-4c4e-a110-eb562431a8ee	f
0cd475e4-1b99-401b-9d45-0068a6bc0522	stagnatie_stap	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_stap:5a513cdd-f2aa-45a4-9245-4bc79bfe16c0	2026-11-17 22:59:59+00	\N	verzonden	\N	0	2026-11-18 06:30:00+00		ce7c093b-1a63-440f-bd6e-19e7387a0490	\N	f67deb5c-a231-4188-bf49-df9ab2a4772d	f
10006a79-ab7d-4c3f-b33b-8224753275c4	stagnatie_opgelost_gemeld	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_opgelost_gemeld:13af5f68-a26b-4f6a-a3de-5683f0f02917	2026-11-30 02:11:15.311522+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		edb57122-2e76-475d-8666-c4ef420865b2	\N	\N	f
114dbe8f-08fd-47c2-8cdf-1f7fce7794fa	stagnatie_stap	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_stap:a4889b62-2f9e-43fd-aabe-50433c321771	2026-11-24 22:59:59+00	\N	verzonden	\N	0	2026-11-25 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	305710ce-ab6b-4a17-a3bd-4c2e2cd191ae	f
164afcb6-ed23-40be-beeb-72e9b369f986	herinnering	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	2236141c-cb9e-4e2b-9317-a283ada8a927	herinnering:2236141c-cb9e-4e2b-9317-a283ada8a927:2026-11-15T05:00:00+00:00	2026-11-15 05:00:00+00	\N	verzonden	\N	0	2026-11-16 06:30:00+00		6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	1b820ab9-99ea-423d-992e-4991786e5d4f	f
1c3f0b61-4829-4c8b-8600-49a9b362e7df	herinnering	defe9132-e90a-455a-bb53-0b394709820a	ac3525db-ad9e-4d89-a262-466902bdf432	herinnering:ac3525db-ad9e-4d89-a262-466902bdf432:2026-11-29T05:00:00+00:00	2026-11-29 05:00:00+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		5da663da-b0ec-4792-81aa-873c6882c05d	\N	\N	f
1f937900-8279-4890-8ec6-f7e6ea55b5dd	stagnatie_opgelost_gemeld	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_opgelost_gemeld:13af5f68-a26b-4f6a-a3de-5683f0f02917	2026-11-30 02:11:15.311522+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	\N	f
25df699b-835b-41c6-b7ac-7737046683f3	stagnatie_alles_uitgevoerd	4083235d-517f-4a6d-ad03-b08625d4ac4f	9d2c5b6d-6873-4433-9737-b63ad9d25e56	stagnatie_alles_uitgevoerd:66995d93-e089-452e-9c0b-1ca499375b57:2	2026-11-04 09:00:00+00	\N	verzonden	\N	0	2026-11-05 06:30:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	\N	abc50e4c-5830-4460-a05f-f5243158bdf3	f
2610094a-7f98-4e5e-b61a-d7750c7ca69b	navraag_gevraagd	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	navraag:33988bc6-a880-4a18-b00b-dce32ab0041c	2026-11-16 22:59:59+00	\N	verzonden	\N	0	2026-11-18 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	3416475f-1a75-4937-a686-8bd889aeec55	f
2705b8e2-b912-4e41-91f4-292308b615c2	stagnatie_geopend	4083235d-517f-4a6d-ad03-b08625d4ac4f	9d2c5b6d-6873-4433-9737-b63ad9d25e56	stagnatie_geopend:bda8390c-c923-4f44-b8fa-cecb1b24f010	2026-10-29 09:00:00+00	\N	verzonden	\N	0	2026-11-02 06:30:00+00		5da663da-b0ec-4792-81aa-873c6882c05d	\N	075500d2-4884-4dd6-9bcb-b048c59893f1	f
2a35930d-dfff-48b2-93b8-1c52c51644ee	herinnering	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	02326973-a7d4-4115-a138-c223de5e4562	herinnering:02326973-a7d4-4115-a138-c223de5e4562:2026-11-22T05:00:00+00:00	2026-11-22 05:00:00+00	\N	verzonden	\N	0	2026-11-23 06:30:00+00		5da663da-b0ec-4792-81aa-873c6882c05d	\N	9a926d33-9701-4c70-b60e-267cdf75b5d7	f
2fc997c0-889c-4573-9fd0-9f0302eccbbd	stagnatie_aan_zet	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_aan_zet:32d4d239-bd89-4d82-94fd-7a9d3ba1091d:b428be33-4292-4f7e-8f07-044f78b43750	2026-11-18 22:59:59+00	\N	verzonden	\N	0	2026-11-18 22:59:59+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	\N	t
2fefb205-8bff-44ad-9f94-039344f75f35	stagnatie_vraag	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_vraag:00e3f2f4-626b-4e77-a25b-cb058417dd6d	2026-11-25 22:59:59+00	\N	verzonden	\N	0	2026-11-25 22:59:59+00		edb57122-2e76-475d-8666-c4ef420865b2	\N	\N	t
31bdd04e-e266-4548-a909-e5d0774b9ff4	herinnering	a120065d-a865-4362-be4f-07abd844cc56	2750ce49-7f87-41e0-9983-3ab3cfe21915	herinnering:2750ce49-7f87-41e0-9983-3ab3cfe21915:2026-11-16T05:00:00+00:00	2026-11-16 05:00:00+00	\N	verzonden	\N	0	2026-11-17 06:30:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	\N	16e40188-276b-4726-98f6-4bcca782e792	f
31db077b-e848-41f6-a97e-b4fbe01258b5	stagnatie_acties	4083235d-517f-4a6d-ad03-b08625d4ac4f	9d2c5b6d-6873-4433-9737-b63ad9d25e56	stagnatie_acties:66995d93-e089-452e-9c0b-1ca499375b57	2026-10-31 09:00:00+00	\N	verzonden	\N	0	2026-10-31 09:00:00+00		903e0639-8ea9-4598-a27a-ef0dba95a6f4	\N	8214b039-c2c4-4bb6-b371-729bdfd3e067	f
3387523a-c92e-410a-992c-ab710b542ae9	herinnering	a120065d-a865-4362-be4f-07abd844cc56	61ded2e4-3cad-4ddb-813c-4307cdc7709e	herinnering:61ded2e4-3cad-4ddb-813c-4307cdc7709e:2026-11-09T05:00:00+00:00	2026-11-09 05:00:00+00	\N	verzonden	\N	0	2026-11-10 06:30:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	\N	73b1fa50-b952-405f-9fdb-db69600b50ff	f
38e7fb52-ddd1-4d4a-b21c-aca1369a9f00	vervanging	\N	e9637796-a509-450e-98a7-3e5addca43a3	vervanging:e9637796-a509-450e-98a7-3e5addca43a3:4bcee1cf-2096-4f43-8b69-e6368536d47a	2026-11-29 09:00:00+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		4bcee1cf-2096-4f43-8b69-e6368536d47a	\N	\N	f
3987f006-1c9a-4e1d-8846-cc5e836ded3d	plan_gestart	4083235d-517f-4a6d-ad03-b08625d4ac4f	7dc5bc4f-111b-40fb-8c28-0392cb91cc05	gestart:7dc5bc4f-111b-40fb-8c28-0392cb91cc05	2026-10-22 08:00:00+00	\N	verzonden	\N	0	2026-10-26 06:30:00+00		5da663da-b0ec-4792-81aa-873c6882c05d	\N	b1340667-a91a-4107-94c8-45d6efa86906	f
3a2c04bd-938a-4351-8052-38b4152f6277	herinnering	defe9132-e90a-455a-bb53-0b394709820a	4b67238a-f484-4300-89b5-860b9838ec25	herinnering:4b67238a-f484-4300-89b5-860b9838ec25:2026-11-25T05:00:00+00:00	2026-11-25 05:00:00+00	\N	verzonden	\N	0	2026-11-25 06:00:00+00		8ff84c53-f594-4618-8fdf-973d17ef43e5	\N	039d93f9-ffd6-41c9-b7ff-c45af7811faa	f
3dce5072-b3af-4a86-9c5d-0075c4f1cf9a	doet_mee	defe9132-e90a-455a-bb53-0b394709820a	\N	doet_mee:b1a0efdf-27ad-4466-a0ae-dd3515b306b7	2026-11-10 09:00:00+00	\N	verzonden	\N	0	2026-11-11 06:30:00+00		623eb5d4-b35e-46bd-ade1-2a5541ee0e18	\N	8e4fd5fb-b2fb-4aea-bd56-dbd24d193737	f
3f0e8689-0353-446c-9fe1-88dcd8ab9716	navraag_gevraagd	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	6dab368f-06b5-4c66-9605-49f1e5496a5d	navraag:423451db-4deb-4870-9caa-7b8b7db5b4be	2026-11-29 22:59:59+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		b428be33-4292-4f7e-8f07-044f78b43750	\N	\N	f
3f278b24-7cea-406c-8edd-d2f703f75c75	stagnatie_opgelost_vraag	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_opgelost_vraag:d93dfa59-2d9e-4ce7-8216-2481d0bd0168	2026-11-30 02:11:15.311522+00	\N	te_verzenden	2026-11-30 02:11:15.311522+00	0	\N		bbb72a15-b680-4c68-8ae5-d28384a16c28	\N	\N	t
44413e86-6f8e-4fe8-b7a1-a18bfe884a1b	plan_gestart	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	089761b8-a319-4b6b-bba1-d6126d497b40	gestart:089761b8-a319-4b6b-bba1-d6126d497b40	2026-11-05 09:00:00+00	\N	verzonden	\N	0	2026-11-05 09:00:00+00		c60ef21e-af19-4ea1-bf1e-ef82545b4b2e	\N	3640f2b2-6d01-441b-9abc-8a50d389ffef	f
4cbe8c62-2ee4-45c9-99a0-24225804199b	stagnatie_geopend	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_geopend:13a90d2f-27a7-41bc-9309-82a760e42653	2026-11-10 22:59:59+00	\N	verzonden	\N	0	2026-11-11 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	56e00814-f82c-4867-bea6-fd0c4792abc8	f
4e47c2fd-cec7-4e92-8361-9ec33ca75ade	stagnatie_geopend	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_geopend:32d4d239-bd89-4d82-94fd-7a9d3ba1091d	2026-11-18 22:59:59+00	\N	verzonden	\N	0	2026-11-19 06:30:00+00		6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	4b3d809b-7914-4087-b37e-a3ab11bfb00d	f
54ec1ffe-1c3c-4e9f-809f-7769a1a55efb	herinnering	4083235d-517f-4a6d-ad03-b08625d4ac4f	56b555a3-0fc0-4d15-8333-dbe9e59c89da	herinnering:56b555a3-0fc0-4d15-8333-dbe9e59c89da:2026-11-03T05:00:00+00:00	2026-11-03 05:00:00+00	\N	verzonden	\N	0	2026-11-03 06:30:00+00		5da663da-b0ec-4792-81aa-873c6882c05d	\N	bee8fac7-9c74-4581-890e-4eb250bfce4d	f
55733ffe-8a5a-41e9-96df-d144740951c1	plan_gestart	defe9132-e90a-455a-bb53-0b394709820a	2d112660-d59d-4125-a6ce-3b6d5136c690	gestart:2d112660-d59d-4125-a6ce-3b6d5136c690	2026-11-12 09:00:00+00	\N	verzonden	\N	0	2026-11-16 06:30:00+00		623eb5d4-b35e-46bd-ade1-2a5541ee0e18	\N	2e316339-2dfd-4073-b0d2-cc5064f8a316	f
568956a8-0d95-4a94-8029-8dfabe67226b	navraag_gevraagd	a120065d-a865-4362-be4f-07abd844cc56	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	navraag:8b7ff284-d9c1-45c7-abde-2596f96739b8	2026-11-07 22:59:59+00	\N	verzonden	\N	0	2026-11-09 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	3118d19e-2e32-4b5c-afee-1f765508b920	f
5c48fe69-bd22-4ffb-8808-91a52c2a676a	stagnatie_stap	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_stap:a4889b62-2f9e-43fd-aabe-50433c321771	2026-11-24 22:59:59+00	\N	verzonden	\N	0	2026-11-25 06:30:00+00		6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5	\N	2f1cf648-60a9-4268-b462-eca092d3c232	f
5d143aa4-778c-4bac-a5ad-fba53ec99ed9	doet_mee	a120065d-a865-4362-be4f-07abd844cc56	\N	doet_mee:813adbe8-9baf-4214-bd0b-ba6f1b8441ac	2026-10-23 08:00:00+00	\N	verzonden	\N	0	2026-10-26 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	f21b2aab-c6f1-4c72-8fa1-f4ad885de20a	f
604adf8e-133d-4a6d-a836-16e71c04e7fd	navraag_gevraagd	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	6dab368f-06b5-4c66-9605-49f1e5496a5d	navraag:423451db-4deb-4870-9caa-7b8b7db5b4be	2026-11-29 22:59:59+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		5da663da-b0ec-4792-81aa-873c6882c05d	\N	\N	f
617bb5c5-9285-4b4b-a425-19993012d073	stagnatie_actie	4083235d-517f-4a6d-ad03-b08625d4ac4f	9d2c5b6d-6873-4433-9737-b63ad9d25e56	stagnatie_actie:66995d93-e089-452e-9c0b-1ca499375b57	2026-10-31 09:00:00+00	\N	verzonden	\N	0	2026-11-02 06:30:00+00		5da663da-b0ec-4792-81aa-873c6882c05d	\N	075500d2-4884-4dd6-9bcb-b048c59893f1	f
62c981dd-603e-49a9-a671-558810694407	plan_gestart	defe9132-e90a-455a-bb53-0b394709820a	2d112660-d59d-4125-a6ce-3b6d5136c690	gestart:2d112660-d59d-4125-a6ce-3b6d5136c690	2026-11-12 09:00:00+00	\N	verzonden	\N	0	2026-11-16 06:30:00+00		5da663da-b0ec-4792-81aa-873c6882c05d	\N	b44ff39f-04fd-46dd-9549-567abbbc432d	f
65030e25-d34d-4620-86da-5618ee49f1c9	toestemming_gevraagd	defe9132-e90a-455a-bb53-0b394709820a	ec19aaf1-372a-4c84-914b-6e0b3489b267	toestemming:ec19aaf1-372a-4c84-914b-6e0b3489b267	2026-11-14 09:00:00+00	\N	verzonden	\N	0	2026-11-14 09:00:00+00		8ff84c53-f594-4618-8fdf-973d17ef43e5	\N	2315ad47-f936-47ce-9a23-03666a5b8177	f
6e228634-344d-4b7c-b101-2aed36197429	doet_mee	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	\N	doet_mee:2a3e9cb3-c9a8-4602-90f7-799590957c7c	2026-11-05 09:00:00+00	\N	verzonden	\N	0	2026-11-09 06:30:00+00		5da663da-b0ec-4792-81aa-873c6882c05d	\N	412ab37b-20e0-42c2-99b9-14f0ed4dba4d	f
711ba558-b571-481b-946e-2dc809cc2c04	doel_bereikt	4083235d-517f-4a6d-ad03-b08625d4ac4f	a0fe6664-d441-4b5a-9da0-880c07f6b551	bereikt:a0fe6664-d441-4b5a-9da0-880c07f6b551:2026-11-24T10:00:00+01:00	2026-11-24 09:00:00+00	\N	verzonden	\N	0	2026-11-24 09:00:00+00		903e0639-8ea9-4598-a27a-ef0dba95a6f4	\N	4d53cbad-706c-44b2-8b12-517eade80ad5	f
73cd1551-b233-4c29-bce9-b0cf16a5d2b5	herinnering	a120065d-a865-4362-be4f-07abd844cc56	61ded2e4-3cad-4ddb-813c-4307cdc7709e	herinnering:61ded2e4-3cad-4ddb-813c-4307cdc7709e:2026-11-09T05:00:00+00:00	2026-11-09 05:00:00+00	\N	verzonden	\N	0	2026-11-09 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	3118d19e-2e32-4b5c-afee-1f765508b920	f
73ce538b-44f0-4b83-b4d3-bc04bc438c89	toestemming_gevraagd	defe9132-e90a-455a-bb53-0b394709820a	ec19aaf1-372a-4c84-914b-6e0b3489b267	toestemming:ec19aaf1-372a-4c84-914b-6e0b3489b267	2026-11-14 09:00:00+00	\N	verzonden	\N	0	2026-11-14 09:00:00+00		524d81f4-0988-4182-b630-a8a32989be82	\N	26c67cf5-a700-4db3-909c-6405eab6d0b0	f
75d9fbe6-f877-4af9-8347-5d6023057ee8	stagnatie_aan_zet	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_aan_zet:547623fc-8aca-423e-b1b4-168c2695da7b:ce7c093b-1a63-440f-bd6e-19e7387a0490	2026-11-25 22:59:59+00	\N	verzonden	\N	0	2026-11-25 22:59:59+00		ce7c093b-1a63-440f-bd6e-19e7387a0490	\N	\N	t
763088be-8a15-4e72-b502-1c0f41f8190f	stagnatie_stap	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_stap:5a513cdd-f2aa-45a4-9245-4bc79bfe16c0	2026-11-17 22:59:59+00	\N	verzonden	\N	0	2026-11-18 06:30:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	\N	34d2455e-1d7e-408f-a153-c1bc31a57f3e	f
78255d89-37be-4bdb-9fbc-b2e7d54d860a	stagnatie_opgelost	4083235d-517f-4a6d-ad03-b08625d4ac4f	9d2c5b6d-6873-4433-9737-b63ad9d25e56	stagnatie_opgelost:9d2c5b6d-6873-4433-9737-b63ad9d25e56	2026-11-06 09:00:00+00	\N	verzonden	\N	0	2026-11-09 06:30:00+00		5da663da-b0ec-4792-81aa-873c6882c05d	\N	412ab37b-20e0-42c2-99b9-14f0ed4dba4d	f
798218ea-b868-4225-82f2-9047ac9ac557	plan_gestart	defe9132-e90a-455a-bb53-0b394709820a	2d112660-d59d-4125-a6ce-3b6d5136c690	gestart:2d112660-d59d-4125-a6ce-3b6d5136c690	2026-11-12 09:00:00+00	\N	verzonden	\N	0	2026-11-12 09:00:00+00		8ff84c53-f594-4618-8fdf-973d17ef43e5	\N	a3cefe15-1681-4aa9-ba28-168c492e0d68	f
7ab42dbe-cf3a-4c21-b0cc-845243c4811a	stagnatie_stap	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_stap:a4889b62-2f9e-43fd-aabe-50433c321771	2026-11-24 22:59:59+00	\N	verzonden	\N	0	2026-11-25 06:30:00+00		ce7c093b-1a63-440f-bd6e-19e7387a0490	\N	e7667471-f928-47c6-abf3-c4e5f427822e	f
7c600ba3-7828-429d-b9ee-45616fdbd909	herinnering	defe9132-e90a-455a-bb53-0b394709820a	2db236de-aa9f-4ff3-bfcd-b5f90e6b57c2	herinnering:2db236de-aa9f-4ff3-bfcd-b5f90e6b57c2:2026-11-18T05:00:00+00:00	2026-11-18 05:00:00+00	\N	verzonden	\N	0	2026-11-19 06:30:00+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	\N	46e1e799-3a6f-42f0-baf7-6adde6a58a93	f
7f83891f-8398-4720-a6d6-c8f46bd0823e	herinnering	a120065d-a865-4362-be4f-07abd844cc56	5fc6f4e8-2448-405f-beee-f87d94a3e345	herinnering:5fc6f4e8-2448-405f-beee-f87d94a3e345:2026-10-31T05:00:00+00:00	2026-10-31 05:00:00+00	\N	verzonden	\N	0	2026-11-02 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	bbc1365f-1dd1-454f-8f30-d8fa7de15c64	f
812df466-f8b5-43a3-a847-2be5e06d1d82	stagnatie_nog_niet_opgelost	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_nog_niet_opgelost:13af5f68-a26b-4f6a-a3de-5683f0f02917	2026-11-30 02:11:15.311522+00	\N	te_verzenden	2026-11-30 06:00:00+00	0	\N		bbb72a15-b680-4c68-8ae5-d28384a16c28	\N	\N	f
85d3dd62-29a7-43b1-befd-ebd6413fc645	doel_bereikt	4083235d-517f-4a6d-ad03-b08625d4ac4f	a0fe6664-d441-4b5a-9da0-880c07f6b551	bereikt:a0fe6664-d441-4b5a-9da0-880c07f6b551:2026-11-24T10:00:00+01:00	2026-11-24 09:00:00+00	\N	verzonden	\N	0	2026-11-25 06:30:00+00		5da663da-b0ec-4792-81aa-873c6882c05d	\N	41cf1a08-39d0-4519-8411-d4508c428560	f
86272fd7-1a93-45c6-a5fe-b89cc6ec9846	stagnatie_aan_zet	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_aan_zet:a4889b62-2f9e-43fd-aabe-50433c321771:b074a7aa-d2a1-4e3c-aa4e-3b55f3cfed8e	2026-11-24 22:59:59+00	\N	verzonden	\N	0	2026-11-24 22:59:59+00		b074a7aa-d2a1-4e3c-aa4e-3b55f3cfed8e	\N	\N	t
867e3324-b254-4df9-829b-7be5571502c9	stagnatie_opgelost_vraag	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_opgelost_vraag:13af5f68-a26b-4f6a-a3de-5683f0f02917	2026-11-30 02:11:15.311522+00	\N	te_verzenden	2026-11-30 02:11:15.311522+00	0	\N		bbb72a15-b680-4c68-8ae5-d28384a16c28	\N	\N	t
8af72299-e1d1-4ac5-bebb-b2d2bc8675d2	stagnatie_bericht_voorgelegd	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_bericht_voorgelegd:4ac0c373-e113-4dd9-9f6b-33bb3f783746:1	2026-11-14 09:00:00+00	\N	verzonden	\N	0	2026-11-14 09:00:00+00		caa6c2dd-85f6-4c19-896e-da68e794e7dd	\N	\N	t
8fbbf8a4-05af-437f-8d19-864bdcc79542	stagnatie_stap	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_stap:547623fc-8aca-423e-b1b4-168c2695da7b	2026-11-25 22:59:59+00	\N	verzonden	\N	0	2026-11-26 06:00:00+00		bbb72a15-b680-4c68-8ae5-d28384a16c28	\N	4aabc38d-669d-4c8e-85be-554a5afead48	f
929b8867-72db-4b41-800c-28ce73c5acdc	stagnatie_uitgevoerd	4083235d-517f-4a6d-ad03-b08625d4ac4f	9d2c5b6d-6873-4433-9737-b63ad9d25e56	stagnatie_uitgevoerd:66995d93-e089-452e-9c0b-1ca499375b57:2	2026-11-04 09:00:00+00	\N	verzonden	\N	0	2026-11-05 06:30:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	\N	abc50e4c-5830-4460-a05f-f5243158bdf3	f
92ca3012-19f2-46a6-8b85-0909fd1d8097	stagnatie_bericht_gelezen	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_bericht_gelezen:e93a73ab-56c0-4c55-9e56-a3c9bf917261:1	2026-11-23 09:00:00+00	\N	verzonden	\N	0	2026-11-25 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	305710ce-ab6b-4a17-a3bd-4c2e2cd191ae	f
968ad102-ae2b-44ad-bd1f-8aa51db952e3	herinnering	a120065d-a865-4362-be4f-07abd844cc56	27f302ea-e8dc-4c16-b3e7-47115a10c6d9	herinnering:27f302ea-e8dc-4c16-b3e7-47115a10c6d9:2026-11-23T05:00:00+00:00	2026-11-23 05:00:00+00	\N	verzonden	\N	0	2026-11-23 06:30:00+00		ce7c093b-1a63-440f-bd6e-19e7387a0490	\N	3b0b71b4-1178-46a6-8351-98f116095b2c	f
9b0bff7b-67cc-4b16-af3c-865a22ce2757	herinnering	a120065d-a865-4362-be4f-07abd844cc56	5fc6f4e8-2448-405f-beee-f87d94a3e345	herinnering:5fc6f4e8-2448-405f-beee-f87d94a3e345:2026-11-06T05:00:00+00:00	2026-11-06 05:00:00+00	\N	verzonden	\N	0	2026-11-06 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	3a1586d1-e5ae-4688-bf2e-b4ce3a3f9e2f	f
9fc92402-f81c-46cb-8689-b68ba1fada24	plan_gestart	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	788d0785-e415-4ff0-b127-67ad118ed450	gestart:788d0785-e415-4ff0-b127-67ad118ed450	2026-10-26 09:00:00+00	\N	verzonden	\N	0	2026-10-26 09:00:00+00		bbb72a15-b680-4c68-8ae5-d28384a16c28	\N	d0788683-5bde-4523-af7e-2d1f01d17735	f
9fdc3f92-c52a-4159-af83-ba3c4b424257	herinnering	defe9132-e90a-455a-bb53-0b394709820a	723e7014-8897-44d5-9ef8-a7434170488d	herinnering:723e7014-8897-44d5-9ef8-a7434170488d:2026-11-24T05:00:00+00:00	2026-11-24 05:00:00+00	\N	verzonden	\N	0	2026-11-24 06:00:00+00		8ff84c53-f594-4618-8fdf-973d17ef43e5	\N	cfa49d5a-c1c0-44b4-b839-1deab56b5b5d	f
a049ff8c-278e-413a-b37c-3ef0121956f4	toestemming_gevraagd	defe9132-e90a-455a-bb53-0b394709820a	13405d9f-cc80-46aa-8fdf-b1bf7a1496f6	toestemming:13405d9f-cc80-46aa-8fdf-b1bf7a1496f6	2026-11-14 09:00:00+00	\N	verzonden	\N	0	2026-11-14 09:00:00+00		8ff84c53-f594-4618-8fdf-973d17ef43e5	\N	2315ad47-f936-47ce-9a23-03666a5b8177	f
a2274355-33e4-40ba-a863-94202652e775	stagnatie_nog_niet_opgelost	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_nog_niet_opgelost:13af5f68-a26b-4f6a-a3de-5683f0f02917	2026-11-30 02:11:15.311522+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		ce7c093b-1a63-440f-bd6e-19e7387a0490	\N	\N	f
a3b1b5d1-0b4d-4f2f-81cf-1efdd9cdb675	plan_gestart	a120065d-a865-4362-be4f-07abd844cc56	4388215d-3d29-4972-a69e-b4514a613340	gestart:4388215d-3d29-4972-a69e-b4514a613340	2026-10-23 08:00:00+00	\N	verzonden	\N	0	2026-10-26 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	f21b2aab-c6f1-4c72-8fa1-f4ad885de20a	f
a6d4fb6e-7099-4f3f-aa24-1000cae6d5b8	navraag_gevraagd	a120065d-a865-4362-be4f-07abd844cc56	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	navraag:8b7ff284-d9c1-45c7-abde-2596f96739b8	2026-11-07 22:59:59+00	\N	verzonden	\N	0	2026-11-10 06:30:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	\N	73b1fa50-b952-405f-9fdb-db69600b50ff	f
a7329fcd-e62f-4d3a-9d3b-c18013c0f39e	plan_gestart	4083235d-517f-4a6d-ad03-b08625d4ac4f	7dc5bc4f-111b-40fb-8c28-0392cb91cc05	gestart:7dc5bc4f-111b-40fb-8c28-0392cb91cc05	2026-10-22 08:00:00+00	\N	verzonden	\N	0	2026-10-22 08:00:00+00		903e0639-8ea9-4598-a27a-ef0dba95a6f4	\N	b86b8e96-4ee6-4cc6-9285-e3ec584f9c59	f
a98a3aca-da1f-401c-975e-20c170193e6b	stagnatie_nog_niet_opgelost	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_nog_niet_opgelost:13af5f68-a26b-4f6a-a3de-5683f0f02917	2026-11-30 02:11:15.311522+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	\N	f
abc668ed-b5eb-4aba-b87a-9ef128547905	herinnering	a120065d-a865-4362-be4f-07abd844cc56	fcf64f80-0110-4ee1-b2b7-f96c9fd19b9d	herinnering:fcf64f80-0110-4ee1-b2b7-f96c9fd19b9d:2026-11-23T05:00:00+00:00	2026-11-23 05:00:00+00	\N	verzonden	\N	0	2026-11-23 06:30:00+00		6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5	\N	7830923a-a40d-40f9-be93-f0d9ae5c96a3	f
ad0f4d1c-5683-4e67-83e7-e2db2de7e26f	stagnatie_opgelost_gemeld	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_opgelost_gemeld:d93dfa59-2d9e-4ce7-8216-2481d0bd0168	2026-11-30 02:11:15.311522+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		ce7c093b-1a63-440f-bd6e-19e7387a0490	\N	\N	f
ad8e096f-af6a-4156-a784-f664816e1c45	stagnatie_stap	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_stap:a4889b62-2f9e-43fd-aabe-50433c321771	2026-11-24 22:59:59+00	\N	verzonden	\N	0	2026-11-25 06:30:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	\N	6b1d8b6b-c507-4e0b-9764-0c31ef4bde9d	f
af0fe03a-b87a-4201-a8b6-a871497982d9	stagnatie_stap	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_stap:5a513cdd-f2aa-45a4-9245-4bc79bfe16c0	2026-11-17 22:59:59+00	\N	verzonden	\N	0	2026-11-18 06:00:00+00		caa6c2dd-85f6-4c19-896e-da68e794e7dd	\N	25cfa302-3f66-4e3f-8d80-c2803ea61d52	f
b0b7fffd-7511-4c85-9f3d-90780c1a304c	stagnatie_geopend	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_geopend:32d4d239-bd89-4d82-94fd-7a9d3ba1091d	2026-11-18 22:59:59+00	\N	verzonden	\N	0	2026-11-19 06:00:00+00		bbb72a15-b680-4c68-8ae5-d28384a16c28	\N	0ff11712-5543-49b7-936f-53f3666fcd42	f
b3360d9f-876e-4e18-800e-23ef39e542d2	stagnatie_aan_zet	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_aan_zet:5a513cdd-f2aa-45a4-9245-4bc79bfe16c0:6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5	2026-11-17 22:59:59+00	\N	verzonden	\N	0	2026-11-17 22:59:59+00		6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5	\N	\N	t
b6454543-8cff-4c06-ad69-da65034c7533	stagnatie_aan_zet	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_aan_zet:13a90d2f-27a7-41bc-9309-82a760e42653:1129782a-0f8c-43c8-9984-d923cff39d04	2026-11-10 22:59:59+00	\N	verzonden	\N	0	2026-11-10 22:59:59+00		1129782a-0f8c-43c8-9984-d923cff39d04	\N	\N	t
b68967a2-f1e4-4fad-ac23-c033b2bf7a83	stagnatie_geopend	4083235d-517f-4a6d-ad03-b08625d4ac4f	9d2c5b6d-6873-4433-9737-b63ad9d25e56	stagnatie_geopend:bda8390c-c923-4f44-b8fa-cecb1b24f010	2026-10-29 09:00:00+00	\N	verzonden	\N	0	2026-10-29 09:00:00+00		903e0639-8ea9-4598-a27a-ef0dba95a6f4	\N	5ddc9836-97eb-42fc-84eb-27b9af0ae04b	f
b68d5e4e-ae33-4525-807f-07b1f1bbb812	stagnatie_opgelost_vraag	4083235d-517f-4a6d-ad03-b08625d4ac4f	9d2c5b6d-6873-4433-9737-b63ad9d25e56	stagnatie_opgelost_vraag:88f7c9b2-0178-4784-a544-6c9fc5670304	2026-11-06 09:00:00+00	\N	verzonden	\N	0	2026-11-06 09:00:00+00		903e0639-8ea9-4598-a27a-ef0dba95a6f4	\N	\N	t
bac8afd2-fd0d-4483-abf4-1b81c7e90236	stagnatie_geopend	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_geopend:13a90d2f-27a7-41bc-9309-82a760e42653	2026-11-10 22:59:59+00	\N	verzonden	\N	0	2026-11-11 06:00:00+00		caa6c2dd-85f6-4c19-896e-da68e794e7dd	\N	5a4f59da-c53e-4d43-8200-3fe56a0c3cdd	f
bc8ed4af-651c-4107-985c-1072165a5ba9	herinnering	defe9132-e90a-455a-bb53-0b394709820a	c47b6598-de65-43e3-a933-3178b0fbddd9	herinnering:c47b6598-de65-43e3-a933-3178b0fbddd9:2026-11-28T05:00:00+00:00	2026-11-28 05:00:00+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		5da663da-b0ec-4792-81aa-873c6882c05d	\N	\N	f
bcc41f76-e380-400d-bdb7-ffc71a642d3a	stagnatie_vraag	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_vraag:27f302ea-e8dc-4c16-b3e7-47115a10c6d9	2026-11-17 22:59:59+00	\N	verzonden	\N	0	2026-11-17 22:59:59+00		ce7c093b-1a63-440f-bd6e-19e7387a0490	\N	\N	t
bd7767ca-88d8-4675-9675-e9d36a6b63b6	herinnering	4083235d-517f-4a6d-ad03-b08625d4ac4f	4e5e80b6-7565-4660-8118-c09554bae362	herinnering:4e5e80b6-7565-4660-8118-c09554bae362:2026-11-03T05:00:00+00:00	2026-11-03 05:00:00+00	\N	verzonden	\N	0	2026-11-03 06:30:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	\N	8f45387f-1182-4a4c-92db-5d671b587fe2	f
bf32ba41-7374-48fa-8b7c-5da3063ea2e4	herinnering	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	2236141c-cb9e-4e2b-9317-a283ada8a927	herinnering:2236141c-cb9e-4e2b-9317-a283ada8a927:2026-11-09T05:00:00+00:00	2026-11-09 05:00:00+00	\N	verzonden	\N	0	2026-11-09 06:30:00+00		6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	231e444b-6838-41c8-af6b-27f102c1db06	f
c14d87eb-9348-480c-8661-5bc083b75d4b	stagnatie_opgelost_gemeld	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_opgelost_gemeld:d93dfa59-2d9e-4ce7-8216-2481d0bd0168	2026-11-30 02:11:15.311522+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		edb57122-2e76-475d-8666-c4ef420865b2	\N	\N	f
c6c0e05f-f2e1-4308-9842-ace8769cfa1d	plan_gestart	a120065d-a865-4362-be4f-07abd844cc56	4388215d-3d29-4972-a69e-b4514a613340	gestart:4388215d-3d29-4972-a69e-b4514a613340	2026-10-23 08:00:00+00	\N	verzonden	\N	0	2026-10-23 08:00:00+00		caa6c2dd-85f6-4c19-896e-da68e794e7dd	\N	96980640-5fcc-4ba2-87cf-b9ed7184d1ca	f
c83c8ef5-dbc2-4407-ae47-43e8d2105c87	stagnatie_opgelost_gemeld	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_opgelost_gemeld:13af5f68-a26b-4f6a-a3de-5683f0f02917	2026-11-30 02:11:15.311522+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		ce7c093b-1a63-440f-bd6e-19e7387a0490	\N	\N	f
c8bb066f-0860-4cdb-9d1e-f9d9b98e12cc	stagnatie_stap	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_stap:a4889b62-2f9e-43fd-aabe-50433c321771	2026-11-24 22:59:59+00	\N	verzonden	\N	0	2026-11-25 06:00:00+00		caa6c2dd-85f6-4c19-896e-da68e794e7dd	\N	bc6ee5de-b833-4fe2-a3b0-4ac015e07362	f
cae7054d-5a18-4803-8f54-578d563683e4	herinnering	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	3b863415-8e58-4f70-833e-ccc88175b478	herinnering:3b863415-8e58-4f70-833e-ccc88175b478:2026-11-17T22:59:59+00:00	2026-11-17 22:59:59+00	\N	verzonden	\N	0	2026-11-18 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	3416475f-1a75-4937-a686-8bd889aeec55	f
cb87717a-a75d-4d14-8d69-024dd42feff5	herinnering	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	e9bf624d-8f0b-4f6c-aabc-cedcf360342d	herinnering:e9bf624d-8f0b-4f6c-aabc-cedcf360342d:2026-11-24T05:00:00+00:00	2026-11-24 05:00:00+00	\N	verzonden	\N	0	2026-11-25 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	305710ce-ab6b-4a17-a3bd-4c2e2cd191ae	f
d0e93fc1-d795-440c-988e-e439276c3bf6	doet_mee	defe9132-e90a-455a-bb53-0b394709820a	\N	doet_mee:c0a04ea4-2457-4b42-8d9f-558d79f922c1	2026-11-10 09:00:00+00	\N	verzonden	\N	0	2026-11-11 06:30:00+00		5da663da-b0ec-4792-81aa-873c6882c05d	\N	81799b88-dd59-4af0-9695-a7ae382ee5b6	f
d822fd20-b20d-4921-b39a-33699640989d	plan_gestart	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	089761b8-a319-4b6b-bba1-d6126d497b40	gestart:089761b8-a319-4b6b-bba1-d6126d497b40	2026-11-05 09:00:00+00	\N	verzonden	\N	0	2026-11-09 06:30:00+00		5da663da-b0ec-4792-81aa-873c6882c05d	\N	412ab37b-20e0-42c2-99b9-14f0ed4dba4d	f
e08f5ed0-b5c9-43b2-8c34-0b81ed0b9cff	toestemming_vastgelegd	defe9132-e90a-455a-bb53-0b394709820a	\N	vastgelegd:4f61b840-101d-48af-bd96-e2c05cddf3da:2026-11-14T10:00:00+01:00	2026-11-14 09:00:00+00	\N	verzonden	\N	0	2026-11-14 09:00:00+00		8ff84c53-f594-4618-8fdf-973d17ef43e5	\N	2315ad47-f936-47ce-9a23-03666a5b8177	f
e1a3d8ee-b40c-4ba5-9c87-89135df00f77	stagnatie_opgelost	4083235d-517f-4a6d-ad03-b08625d4ac4f	9d2c5b6d-6873-4433-9737-b63ad9d25e56	stagnatie_opgelost:9d2c5b6d-6873-4433-9737-b63ad9d25e56	2026-11-06 09:00:00+00	\N	verzonden	\N	0	2026-11-10 06:30:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	\N	73b1fa50-b952-405f-9fdb-db69600b50ff	f
ebe285e9-41eb-4687-ba79-e8a2b06757ef	stagnatie_opgelost_gemeld	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_opgelost_gemeld:d93dfa59-2d9e-4ce7-8216-2481d0bd0168	2026-11-30 02:11:15.311522+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	\N	f
ed3240f5-70a7-4c67-8deb-a0c061a581fb	stagnatie_stap	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_stap:547623fc-8aca-423e-b1b4-168c2695da7b	2026-11-25 22:59:59+00	\N	verzonden	\N	0	2026-11-27 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	2cc2d29e-6f7d-46f9-bbb1-0d2d231ca826	f
efd09adc-edb2-43aa-89fc-d984ff516306	herinnering	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	02326973-a7d4-4115-a138-c223de5e4562	herinnering:02326973-a7d4-4115-a138-c223de5e4562:2026-11-28T05:00:00+00:00	2026-11-28 05:00:00+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		5da663da-b0ec-4792-81aa-873c6882c05d	\N	\N	f
f0575fb3-6208-41ee-b376-e590a685e6f9	doet_mee	4083235d-517f-4a6d-ad03-b08625d4ac4f	\N	doet_mee:2dba7b99-af24-428b-b172-016ca53f93a1	2026-10-22 08:00:00+00	\N	verzonden	\N	0	2026-10-26 06:30:00+00		5da663da-b0ec-4792-81aa-873c6882c05d	\N	b1340667-a91a-4107-94c8-45d6efa86906	f
f13b30d4-54a6-48b2-9049-816b4653b183	stagnatie_stap	a120065d-a865-4362-be4f-07abd844cc56	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	stagnatie_stap:5a513cdd-f2aa-45a4-9245-4bc79bfe16c0	2026-11-17 22:59:59+00	\N	verzonden	\N	0	2026-11-18 06:30:00+00		b428be33-4292-4f7e-8f07-044f78b43750	\N	3416475f-1a75-4937-a686-8bd889aeec55	f
f14e0755-94ff-4ded-97f9-80e2b825f78e	navraag_gevraagd	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	navraag:33988bc6-a880-4a18-b00b-dce32ab0041c	2026-11-16 22:59:59+00	\N	verzonden	\N	0	2026-11-17 06:30:00+00		6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	837e03dc-5b25-40bc-a1ed-5b8fe007945f	f
f153682e-e463-4cd3-8647-c35071fb577e	plan_gestart	defe9132-e90a-455a-bb53-0b394709820a	2d112660-d59d-4125-a6ce-3b6d5136c690	gestart:2d112660-d59d-4125-a6ce-3b6d5136c690	2026-11-12 09:00:00+00	\N	verzonden	\N	0	2026-11-12 09:00:00+00		524d81f4-0988-4182-b630-a8a32989be82	\N	aec18a7c-0389-4cdd-a1ec-c1a9c293f954	f
f4694e15-4653-47d4-936d-bb9851d68963	stagnatie_bericht_voorgelegd	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_bericht_voorgelegd:e93a73ab-56c0-4c55-9e56-a3c9bf917261:1	2026-11-23 09:00:00+00	\N	verzonden	\N	0	2026-11-23 09:00:00+00		bbb72a15-b680-4c68-8ae5-d28384a16c28	\N	\N	t
f5553f7a-a8e4-409d-95ba-685d4b39969d	stagnatie_uitgevoerd	4083235d-517f-4a6d-ad03-b08625d4ac4f	9d2c5b6d-6873-4433-9737-b63ad9d25e56	stagnatie_uitgevoerd:66995d93-e089-452e-9c0b-1ca499375b57:2	2026-11-04 09:00:00+00	\N	verzonden	\N	0	2026-11-04 09:00:00+00		903e0639-8ea9-4598-a27a-ef0dba95a6f4	\N	b4014602-6650-427c-9556-ff57becfa00f	f
f6ebda7e-649a-4c86-9747-1c593a4393f6	stagnatie_stap	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_stap:547623fc-8aca-423e-b1b4-168c2695da7b	2026-11-25 22:59:59+00	\N	verzonden	\N	0	2026-11-26 06:30:00+00		6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	3fac5575-86a9-4e67-886c-d8754af2d7fe	f
f916ac9d-fcbd-4532-9b80-4228f8caa3f4	stagnatie_nog_niet_opgelost	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	stagnatie_nog_niet_opgelost:13af5f68-a26b-4f6a-a3de-5683f0f02917	2026-11-30 02:11:15.311522+00	\N	te_verzenden	2026-11-30 06:30:00+00	0	\N		edb57122-2e76-475d-8666-c4ef420865b2	\N	\N	f
fc0a49dc-52f9-4bce-b50c-2f3e604fe6e0	doet_mee	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	\N	doet_mee:d01713f8-6168-4059-904e-5071513b0e5f	2026-10-26 09:00:00+00	\N	verzonden	\N	0	2026-10-27 06:30:00+00		6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	98ceabfd-fe11-4c69-af5c-e5ef1d80a22b	f
fcba775d-12bd-4b08-a221-2c0d26174361	herinnering	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	3b863415-8e58-4f70-833e-ccc88175b478	herinnering:3b863415-8e58-4f70-833e-ccc88175b478:2026-11-17T22:59:59+00:00	2026-11-17 22:59:59+00	\N	verzonden	\N	0	2026-11-18 06:30:00+00		6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	88839d59-553e-46b7-90f1-860e0a928752	f
fcc37975-ab3d-4b6d-84b8-3f30c85d1114	plan_gestart	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	788d0785-e415-4ff0-b127-67ad118ed450	gestart:788d0785-e415-4ff0-b127-67ad118ed450	2026-10-26 09:00:00+00	\N	verzonden	\N	0	2026-10-27 06:30:00+00		6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	98ceabfd-fe11-4c69-af5c-e5ef1d80a22b	f
fd61bd5b-c18a-4098-82a9-057da0551fa7	stagnatie_opgelost_gemeld	4083235d-517f-4a6d-ad03-b08625d4ac4f	9d2c5b6d-6873-4433-9737-b63ad9d25e56	stagnatie_opgelost_gemeld:88f7c9b2-0178-4784-a544-6c9fc5670304	2026-11-06 09:00:00+00	\N	verzonden	\N	0	2026-11-09 06:30:00+00		5da663da-b0ec-4792-81aa-873c6882c05d	\N	412ab37b-20e0-42c2-99b9-14f0ed4dba4d	f
\.
COPY core_klokplaats (id, plaats, vastgehouden_op, reden, gewacht_op) FROM stdin;
1	7713778540823593607/19629	\N		\N
\.
COPY django_content_type (id, app_label, model) FROM stdin;
1	oefenomgeving	oefenbrief
2	oefenomgeving	oefenklok
3	oefenomgeving	opdracht
4	bewaking	zelfcontrole
5	escalatie	actie
6	escalatie	besluit
7	escalatie	betrokkenorganisatie
8	escalatie	bevestiging
9	escalatie	escalatiebericht
10	escalatie	escalatiemodel
11	escalatie	gebeurtenis
12	escalatie	modelniveau
13	escalatie	modelstap
14	escalatie	oplossing
15	escalatie	stagnatie
16	escalatie	stagnatieafspraak
17	escalatie	stagnatierechtverlening
18	escalatie	stap
19	escalatie	terugkoppeling
20	escalatie	vraag
21	gezinsplan	afspraak
22	gezinsplan	afspraakevent
23	gezinsplan	doel
24	gezinsplan	doelevent
25	gezinsplan	evaluatie
26	gezinsplan	gesprek
27	gezinsplan	gezinsplan
28	gezinsplan	gezinsplanevent
29	gezinsplan	navraag
30	gezinsplan	pdfopdracht
31	gezinsplan	reactie
32	gezinsplan	aanvaarding
33	gezinsplan	afstemmingzondergezin
34	gezinsplan	eenmaligelink
35	toestemming	grondslag
36	toestemming	deelkeuze
37	toestemming	deelkeuzeevent
38	toestemming	grondslagsoort
39	toestemming	handtekening
40	toestemming	handtekeningevent
41	toestemming	intrekking
42	toestemming	intrekkingevent
43	toestemming	poging
44	toestemming	pogingevent
45	toestemming	toestemming
46	toestemming	toestemmingevent
47	toestemming	toestemmingsgesprek
48	toestemming	toestemmingsgesprekevent
49	toestemming	veiligheidsvlag
50	toestemming	veiligheidsvlagevent
51	toestemming	verjaardag
52	toestemming	vertegenwoordiging
53	toestemming	vertegenwoordigingevent
54	termijnen	kloktik
55	termijnen	termijn
56	termijnen	klokfout
57	termijnen	herinnering
58	termijnen	gevraagd
59	termijnen	termijnwijziging
60	gezinnen	coordinatorschap
61	gezinnen	coordinatorschapevent
62	gezinnen	deelnemer
63	gezinnen	deelnemerevent
64	gezinnen	gezag
65	gezinnen	gezagevent
66	gezinnen	gezin
67	gezinnen	gezinevent
68	gezinnen	gezinrechtverlening
69	gezinnen	huishouden
70	gezinnen	huishoudenevent
71	instanties	vrijedag
72	instanties	gebruiker
73	instanties	gemeente
74	instanties	instelling
75	instanties	functie
76	instanties	beheermelding
77	instanties	regio
78	instanties	uitnodiging
79	instanties	begripwoord
80	instanties	begripwoordevent
81	instanties	vervanging
82	berichten	bericht
83	logboek	regel
84	logboek	zegel
85	logboek	onderzoek
86	core	verwerkt
87	core	klokplaats
88	guardian	groupobjectpermission
89	guardian	userobjectpermission
90	pghistory	context
91	pghistory	events
92	pghistory	middlewareevents
93	account	emailaddress
94	account	emailconfirmation
95	mfa	authenticator
96	socialaccount	socialaccount
97	socialaccount	socialapp
98	socialaccount	socialtoken
99	usersessions	usersession
100	auth	permission
101	auth	group
102	contenttypes	contenttype
103	sessions	session
\.
COPY escalatie_actie (id, wat, gewenst_resultaat, staat, uitgevoerd_op, versie, deelnemer_id, gemeld_door_id, instelling_id, termijn_id, vastgelegd_door_id, stap_id) FROM stdin;
66995d93-e089-452e-9c0b-1ca499375b57	bij het andere zwembad vragen	Levi kan op dinsdag zwemmen	uitgevoerd	2026-11-04	2	2dba7b99-af24-428b-b172-016ca53f93a1	5da663da-b0ec-4792-81aa-873c6882c05d	\N	56b555a3-0fc0-4d15-8333-dbe9e59c89da	1129782a-0f8c-43c8-9984-d923cff39d04	bda8390c-c923-4f44-b8fa-cecb1b24f010
\.
COPY escalatie_betrokkenorganisatie (id, vanaf_stap, aandeel_ontbreekt, gemeente_id, instelling_id, stagnatie_id) FROM stdin;
1	2	t	\N	2a752492-62e9-40aa-ad74-5e07c1f06801	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba
2	2	f	\N	7067b83e-6357-41e5-93c3-bd80ad53521a	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba
3	3	f	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba
4	2	t	\N	43bf67fd-0721-4243-ab5f-d4db9d1a55eb	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b
5	2	f	\N	2a752492-62e9-40aa-ad74-5e07c1f06801	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b
\.
COPY escalatie_escalatiebericht (id, afgesproken, ontbreekt, gevraagd, voorgelegd_op, visie_gezin, vrijgegeven_op, hoe_gelezen, versie, door_id, vrijgegeven_door_id, stagnatie_id) FROM stdin;
4ac0c373-e113-4dd9-9f6b-33bb3f783746	De jeugdhulp regelt een behandelplek voor Sem.	Er is nog geen plek. Er is een wachtlijst van vier maanden.	Zoek een plek die wel op tijd kan beginnen.	2026-11-14 09:00:00+00	Sem kan niet zo lang wachten.	2026-11-14 09:00:00+00		1	1129782a-0f8c-43c8-9984-d923cff39d04	caa6c2dd-85f6-4c19-896e-da68e794e7dd	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba
e93a73ab-56c0-4c55-9e56-a3c9bf917261	De woningstichting haalt de schimmel in de slaapkamers weg.	De schimmel zit er nog. Yara hoest elke nacht.	Zorg dat er binnen twee weken iemand komt die het weghaalt.	2026-11-23 09:00:00+00	We hebben al vaak gebeld. We willen gewoon een gezond huis.	2026-11-23 09:00:00+00		1	b428be33-4292-4f7e-8f07-044f78b43750	bbb72a15-b680-4c68-8ae5-d28384a16c28	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b
\.
COPY escalatie_escalatiemodel (id, naam, versie, actief) FROM stdin;
1	Zuid-Holland Noord	1	t
\.
COPY escalatie_gebeurtenis (id, soort, op, tekst, door_id, stagnatie_id, stap_id, namens_id) FROM stdin;
1	geopend	2026-10-29 09:00:00+00	er is een wachtlijst	1129782a-0f8c-43c8-9984-d923cff39d04	9d2c5b6d-6873-4433-9737-b63ad9d25e56	\N	\N
2	stap_geopend	2026-10-29 09:00:00+00	Uitvoerders: Selin Yilmaz, Maatschappelijk Werk De Brug is aan zet, uiterlijk donderdag 5 november. Reden: er is gemeld dat het vastloopt.	1129782a-0f8c-43c8-9984-d923cff39d04	9d2c5b6d-6873-4433-9737-b63ad9d25e56	bda8390c-c923-4f44-b8fa-cecb1b24f010	\N
3	acties_vastgelegd	2026-10-31 09:00:00+00	Aantal acties: 1. Het resultaat moet er zijn uiterlijk dinsdag 10 november.	1129782a-0f8c-43c8-9984-d923cff39d04	9d2c5b6d-6873-4433-9737-b63ad9d25e56	bda8390c-c923-4f44-b8fa-cecb1b24f010	\N
4	actie_uitgevoerd	2026-11-04 09:00:00+00	Gedaan op woensdag 4 november.	5da663da-b0ec-4792-81aa-873c6882c05d	9d2c5b6d-6873-4433-9737-b63ad9d25e56	bda8390c-c923-4f44-b8fa-cecb1b24f010	\N
5	oplossing_gemeld	2026-11-06 09:00:00+00	Uiterlijk vrijdag 13 november	1129782a-0f8c-43c8-9984-d923cff39d04	9d2c5b6d-6873-4433-9737-b63ad9d25e56	bda8390c-c923-4f44-b8fa-cecb1b24f010	\N
6	opgelost	2026-11-06 09:00:00+00		903e0639-8ea9-4598-a27a-ef0dba95a6f4	9d2c5b6d-6873-4433-9737-b63ad9d25e56	bda8390c-c923-4f44-b8fa-cecb1b24f010	\N
7	geopend	2026-11-10 22:59:59+00	een afspraak is niet nagekomen	\N	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	\N	\N
8	stap_geopend	2026-11-10 22:59:59+00	Uitvoerders: Selin Yilmaz, Maatschappelijk Werk De Brug is aan zet, uiterlijk dinsdag 17 november. Reden: op de navraag kwam geen antwoord.	\N	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	13a90d2f-27a7-41bc-9309-82a760e42653	\N
9	bericht_voorgelegd	2026-11-14 09:00:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	13a90d2f-27a7-41bc-9309-82a760e42653	\N
10	bericht_vrijgegeven	2026-11-14 09:00:00+00		caa6c2dd-85f6-4c19-896e-da68e794e7dd	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	13a90d2f-27a7-41bc-9309-82a760e42653	\N
11	stap_geopend	2026-11-17 22:59:59+00	Managers: Michiel Smit, Maatschappelijk Werk De Brug is aan zet, uiterlijk dinsdag 24 november. Reden: er zijn op tijd geen acties vastgelegd.	\N	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	5a513cdd-f2aa-45a4-9245-4bc79bfe16c0	\N
12	geopend	2026-11-18 22:59:59+00	een afspraak is niet nagekomen	\N	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	\N	\N
13	stap_geopend	2026-11-18 22:59:59+00	Uitvoerders: Eva van Rijn, Jeugdhulp De Vlieger is aan zet, uiterlijk woensdag 25 november. Reden: op de navraag kwam geen antwoord.	\N	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	32d4d239-bd89-4d82-94fd-7a9d3ba1091d	\N
14	bericht_voorgelegd	2026-11-23 09:00:00+00		b428be33-4292-4f7e-8f07-044f78b43750	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	32d4d239-bd89-4d82-94fd-7a9d3ba1091d	\N
15	bericht_vrijgegeven	2026-11-23 09:00:00+00		bbb72a15-b680-4c68-8ae5-d28384a16c28	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	32d4d239-bd89-4d82-94fd-7a9d3ba1091d	\N
16	geen_antwoord	2026-11-24 22:59:59+00	Jeugdhulp De Vlieger heeft niet op tijd geantwoord.	\N	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	5a513cdd-f2aa-45a4-9245-4bc79bfe16c0	\N
17	stap_geopend	2026-11-24 22:59:59+00	Gemeente: Fatima de Boer, Plassendam is aan zet, uiterlijk dinsdag 1 december. Reden: er zijn op tijd geen acties vastgelegd.	\N	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	a4889b62-2f9e-43fd-aabe-50433c321771	\N
18	stap_geopend	2026-11-25 22:59:59+00	Managers: Pieter de Graaf, Jeugdhulp De Vlieger is aan zet, uiterlijk woensdag 2 december. Reden: er zijn op tijd geen acties vastgelegd.	\N	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	547623fc-8aca-423e-b1b4-168c2695da7b	\N
19	oplossing_gemeld	2026-11-30 02:11:15.311522+00	Uiterlijk maandag 7 december	b428be33-4292-4f7e-8f07-044f78b43750	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	547623fc-8aca-423e-b1b4-168c2695da7b	\N
20	nog_niet_opgelost	2026-11-30 02:11:15.311522+00	Genoteerd door de zorgcoördinator: gebeld op maandag	b428be33-4292-4f7e-8f07-044f78b43750	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	547623fc-8aca-423e-b1b4-168c2695da7b	\N
21	oplossing_gemeld	2026-11-30 02:11:15.311522+00	Uiterlijk maandag 7 december	b428be33-4292-4f7e-8f07-044f78b43750	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	547623fc-8aca-423e-b1b4-168c2695da7b	\N
\.
COPY escalatie_modelniveau (id, nummer, naam, naam_voor_gezin, wanneer, modelstap_id) FROM stdin;
1	1	Ambtelijk niveau	De gemeente	Een gemeentelijke dienst of een instelling die de gemeente betaalt, kan de belemmering wegnemen.	3
2	2	Wethouder of burgemeester	De wethouder of de burgemeester	Het gezag van een bestuurder is nodig, of er moet van een regel worden afgeweken.	3
3	3	Bovenlokaal, volgens de route van de regio	Een niveau boven de gemeente	De belemmering ligt bij jeugdhulp waar de gemeente alleen niet over gaat.	3
\.
COPY escalatie_modelstap (id, nummer, naam, naam_voor_gezin, houderrol, vastleggen_aantal, vastleggen_eenheid, model_id) FROM stdin;
1	1	Uitvoerders	Wij samen	coordinator	1	week	1
2	2	Managers	De managers	manager	1	week	1
3	3	Gemeente	De gemeente	ambtenaar	1	week	1
\.
COPY escalatie_oplossing (id, op, geleerd, instemming, gezin_zegt, beantwoord_op, beantwoord_door_id, door_id, termijn_id, stagnatie_id) FROM stdin;
13af5f68-a26b-4f6a-a3de-5683f0f02917	2026-11-30 02:11:15.311522+00		nee	De schimmel is terug.	2026-11-30 02:11:15.311522+00	b428be33-4292-4f7e-8f07-044f78b43750	b428be33-4292-4f7e-8f07-044f78b43750	3eedeaf3-a400-4cef-8c41-e5fa88848b56	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b
88f7c9b2-0178-4784-a544-6c9fc5670304	2026-11-06 09:00:00+00	Vraag het meteen bij twee zwembaden.	ja	Levi heeft er zin in!	2026-11-06 09:00:00+00	903e0639-8ea9-4598-a27a-ef0dba95a6f4	1129782a-0f8c-43c8-9984-d923cff39d04	9aa1d7d5-dce1-4ade-9dcf-146ad5b2c7b3	9d2c5b6d-6873-4433-9737-b63ad9d25e56
d93dfa59-2d9e-4ce7-8216-2481d0bd0168	2026-11-30 02:11:15.311522+00		wacht		\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	d2a10c75-d330-42fd-89f3-f780dfd454ee	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b
\.
COPY escalatie_stagnatie (id, oorzaak, toelichting, staat, geopend_op, gesloten_op, geleerd, doel_id, gemeld_door_id, gezin_id, model_id, partij_id, voorganger_id) FROM stdin;
9d2c5b6d-6873-4433-9737-b63ad9d25e56	wachtlijst	Het zwembad heeft een wachtlijst.	opgelost	2026-10-29 09:00:00+00	2026-11-06 09:00:00+00	Vraag het meteen bij twee zwembaden.	a0fe6664-d441-4b5a-9da0-880c07f6b551	1129782a-0f8c-43c8-9984-d923cff39d04	4083235d-517f-4a6d-ad03-b08625d4ac4f	1	2dba7b99-af24-428b-b172-016ca53f93a1	\N
a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	afspraak		open	2026-11-18 22:59:59+00	\N		e01c4f72-6d03-45a3-8983-d31fc4378a4f	\N	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1	d01713f8-6168-4059-904e-5071513b0e5f	\N
c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	afspraak		open	2026-11-10 22:59:59+00	\N		d2fb4fe4-1cd1-425d-9891-e291579ce72c	\N	a120065d-a865-4362-be4f-07abd844cc56	1	813adbe8-9baf-4214-bd0b-ba6f1b8441ac	\N
\.
COPY escalatie_stagnatieafspraak (id, op, afspraak_id, stagnatie_id) FROM stdin;
1	2026-10-29 09:00:00+00	a35947ee-ef5d-4d24-b658-028153400583	9d2c5b6d-6873-4433-9737-b63ad9d25e56
2	2026-11-10 22:59:59+00	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba
3	2026-11-18 22:59:59+00	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b
\.
COPY escalatie_stagnatierechtverlening (id, content_object_id, permission_id, user_id) FROM stdin;
1	9d2c5b6d-6873-4433-9737-b63ad9d25e56	61	1129782a-0f8c-43c8-9984-d923cff39d04
3	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	61	1129782a-0f8c-43c8-9984-d923cff39d04
4	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	62	1129782a-0f8c-43c8-9984-d923cff39d04
5	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	61	6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5
6	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	62	6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5
7	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	61	ce7c093b-1a63-440f-bd6e-19e7387a0490
8	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	63	ce7c093b-1a63-440f-bd6e-19e7387a0490
9	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	61	b428be33-4292-4f7e-8f07-044f78b43750
10	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	62	b428be33-4292-4f7e-8f07-044f78b43750
11	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	61	b074a7aa-d2a1-4e3c-aa4e-3b55f3cfed8e
12	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	62	b074a7aa-d2a1-4e3c-aa4e-3b55f3cfed8e
13	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	61	ce7c093b-1a63-440f-bd6e-19e7387a0490
14	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	62	ce7c093b-1a63-440f-bd6e-19e7387a0490
15	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	61	edb57122-2e76-475d-8666-c4ef420865b2
16	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	63	edb57122-2e76-475d-8666-c4ef420865b2
\.
COPY escalatie_stap (id, volgnummer, niveau, staat, reden, toelichting, geopend_op, gesloten_op, houder_id, houder_gemeente_id, houder_instelling_id, modelstap_id, resultaat_id, stagnatie_id, vastleggen_id) FROM stdin;
13a90d2f-27a7-41bc-9309-82a760e42653	1	1	doorgezet	geen_antwoord		2026-11-10 22:59:59+00	2026-11-17 22:59:59+00	1129782a-0f8c-43c8-9984-d923cff39d04	\N	7067b83e-6357-41e5-93c3-bd80ad53521a	1	\N	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	2750ce49-7f87-41e0-9983-3ab3cfe21915
32d4d239-bd89-4d82-94fd-7a9d3ba1091d	1	1	doorgezet	geen_antwoord		2026-11-18 22:59:59+00	2026-11-25 22:59:59+00	b428be33-4292-4f7e-8f07-044f78b43750	\N	2a752492-62e9-40aa-ad74-5e07c1f06801	1	\N	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	e9bf624d-8f0b-4f6c-aabc-cedcf360342d
547623fc-8aca-423e-b1b4-168c2695da7b	2	1	open	niet_vastgelegd		2026-11-25 22:59:59+00	\N	ce7c093b-1a63-440f-bd6e-19e7387a0490	\N	2a752492-62e9-40aa-ad74-5e07c1f06801	2	\N	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	00a2528a-0bfd-45fe-aa26-4ee2a41e52cd
5a513cdd-f2aa-45a4-9245-4bc79bfe16c0	2	1	doorgezet	niet_vastgelegd		2026-11-17 22:59:59+00	2026-11-24 22:59:59+00	6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5	\N	7067b83e-6357-41e5-93c3-bd80ad53521a	2	\N	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	fcf64f80-0110-4ee1-b2b7-f96c9fd19b9d
a4889b62-2f9e-43fd-aabe-50433c321771	3	1	open	niet_vastgelegd		2026-11-24 22:59:59+00	\N	b074a7aa-d2a1-4e3c-aa4e-3b55f3cfed8e	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	3	\N	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	cf04d6ce-ee09-46a1-bee6-3de587d7ae24
bda8390c-c923-4f44-b8fa-cecb1b24f010	1	1	gesloten	gemeld	Het zwembad heeft een wachtlijst.	2026-10-29 09:00:00+00	2026-11-06 09:00:00+00	1129782a-0f8c-43c8-9984-d923cff39d04	\N	7067b83e-6357-41e5-93c3-bd80ad53521a	1	4e5e80b6-7565-4660-8118-c09554bae362	9d2c5b6d-6873-4433-9737-b63ad9d25e56	04586776-8dbd-4a7e-938c-3b0e8fbaace1
\.
COPY escalatie_vraag (id, soort, tekst, gesteld_op, antwoord, beantwoord_op, aan_id, aan_instelling_id, beantwoord_door_id, stagnatie_id, stap_id, termijn_id, van_id) FROM stdin;
4f51e3d4-4563-413d-a874-f2a2c2b49f44	aandeel	Wat kan uw instelling bijdragen, en wanneer?	2026-11-17 22:59:59+00		\N	ce7c093b-1a63-440f-bd6e-19e7387a0490	2a752492-62e9-40aa-ad74-5e07c1f06801	\N	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba	5a513cdd-f2aa-45a4-9245-4bc79bfe16c0	27f302ea-e8dc-4c16-b3e7-47115a10c6d9	\N
6903ef04-72a1-4b35-9899-aaa278e63b4e	aandeel	Wat kan uw instelling bijdragen, en wanneer?	2026-11-25 22:59:59+00		\N	edb57122-2e76-475d-8666-c4ef420865b2	43bf67fd-0721-4243-ab5f-d4db9d1a55eb	\N	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b	547623fc-8aca-423e-b1b4-168c2695da7b	00e3f2f4-626b-4e77-a25b-cb058417dd6d	\N
\.
COPY gezinnen_coordinatorschap (id, van, tot, gebruiker_id, instelling_id, gezin_id) FROM stdin;
02828cc4-38b0-46bc-868c-680fa1f86a00	2026-11-10 09:00:00+00	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	7067b83e-6357-41e5-93c3-bd80ad53521a	defe9132-e90a-455a-bb53-0b394709820a
66a45537-c563-465f-a5c6-5ea577a5139d	2026-10-23 08:00:00+00	\N	1129782a-0f8c-43c8-9984-d923cff39d04	7067b83e-6357-41e5-93c3-bd80ad53521a	a120065d-a865-4362-be4f-07abd844cc56
9d285e01-cbb5-4f4a-98db-2a51860c9783	2026-10-22 08:00:00+00	\N	1129782a-0f8c-43c8-9984-d923cff39d04	7067b83e-6357-41e5-93c3-bd80ad53521a	4083235d-517f-4a6d-ad03-b08625d4ac4f
dd18b67e-91f3-4712-8d12-441c8d624c72	2026-10-26 09:00:00+00	\N	b428be33-4292-4f7e-8f07-044f78b43750	2a752492-62e9-40aa-ad74-5e07c1f06801	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2
ead31b75-6eeb-468e-b9d7-aa38445ac304	2026-11-05 09:00:00+00	\N	b428be33-4292-4f7e-8f07-044f78b43750	2a752492-62e9-40aa-ad74-5e07c1f06801	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6
\.
COPY gezinnen_coordinatorschapevent (pgh_id, pgh_created_at, pgh_label, id, van, tot, gebruiker_id, instelling_id, pgh_context_id, pgh_obj_id, gezin_id) FROM stdin;
1	2026-11-30 02:11:16.049232+00	insert	9d285e01-cbb5-4f4a-98db-2a51860c9783	2026-10-22 08:00:00+00	\N	1129782a-0f8c-43c8-9984-d923cff39d04	7067b83e-6357-41e5-93c3-bd80ad53521a	\N	9d285e01-cbb5-4f4a-98db-2a51860c9783	4083235d-517f-4a6d-ad03-b08625d4ac4f
2	2026-11-30 02:11:17.090037+00	insert	66a45537-c563-465f-a5c6-5ea577a5139d	2026-10-23 08:00:00+00	\N	1129782a-0f8c-43c8-9984-d923cff39d04	7067b83e-6357-41e5-93c3-bd80ad53521a	\N	66a45537-c563-465f-a5c6-5ea577a5139d	a120065d-a865-4362-be4f-07abd844cc56
3	2026-11-30 02:11:17.47913+00	insert	dd18b67e-91f3-4712-8d12-441c8d624c72	2026-10-26 09:00:00+00	\N	b428be33-4292-4f7e-8f07-044f78b43750	2a752492-62e9-40aa-ad74-5e07c1f06801	\N	dd18b67e-91f3-4712-8d12-441c8d624c72	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2
4	2026-11-30 02:11:18.410505+00	insert	ead31b75-6eeb-468e-b9d7-aa38445ac304	2026-11-05 09:00:00+00	\N	b428be33-4292-4f7e-8f07-044f78b43750	2a752492-62e9-40aa-ad74-5e07c1f06801	\N	ead31b75-6eeb-468e-b9d7-aa38445ac304	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6
5	2026-11-30 02:11:19.246435+00	insert	02828cc4-38b0-46bc-868c-680fa1f86a00	2026-11-10 09:00:00+00	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	7067b83e-6357-41e5-93c3-bd80ad53521a	\N	02828cc4-38b0-46bc-868c-680fa1f86a00	defe9132-e90a-455a-bb53-0b394709820a
\.
COPY gezinnen_deelnemer (id, soort, naam, telefoon, email, bereikbaar, relatie, geboortedatum, taal, tolk_nodig, leeswijze, aanspreekvorm, gezag_bekend, relatie_tot_gezin, gestopt_op, versie, gebruiker_id, gemeente_id, instelling_id, navrager_id, gezin_id, huishouden_id, reden_functienaam, werkelijke_naam) FROM stdin;
04741d28-e823-41d3-bd7d-3b178716235c	gezinslid	Sem van den Berg			{}	kind	2015-11-11		f	zelf	je	t		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	a120065d-a865-4362-be4f-07abd844cc56	a1ab1894-3436-448a-8f91-71699263f477		
0554df39-b5c4-41a2-b230-88a55cbe1ca7	gezinslid	Joyce Kok		joyce.kok@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	903e0639-8ea9-4598-a27a-ef0dba95a6f4	\N	\N	\N	4083235d-517f-4a6d-ad03-b08625d4ac4f	22330367-fca5-4734-be68-3986de5414fa		
0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c	gezinslid	Levi Kok			{}	kind	2016-11-11		f	zelf	je	t		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	4083235d-517f-4a6d-ad03-b08625d4ac4f	22330367-fca5-4734-be68-3986de5414fa		
11532455-a7af-4454-b1b2-e41e4dada434	gezinslid	Claudia van den Berg		claudia.van.den.berg@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	caa6c2dd-85f6-4c19-896e-da68e794e7dd	\N	\N	\N	a120065d-a865-4362-be4f-07abd844cc56	a1ab1894-3436-448a-8f91-71699263f477		
1a147f39-52aa-4908-b04e-25d9aa675cd4	gezinslid	Sanne de Wit			{}	kind	2017-12-11		f	voorlezen	je	t		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	defe9132-e90a-455a-bb53-0b394709820a	491cc9f6-a67d-4cd8-bfcc-3fa425e36527		
1ed1d66d-701c-4e2c-99f5-5caf18321bc0	professional	Selin Yilmaz			{}		\N		f	zelf	u	f		\N	1	1129782a-0f8c-43c8-9984-d923cff39d04	\N	7067b83e-6357-41e5-93c3-bd80ad53521a	\N	4083235d-517f-4a6d-ad03-b08625d4ac4f	\N		
214490ab-eb08-4114-9137-41336132272d	gezinslid	Mark Jonker		mark.jonker@voorbeeld.example	{}	vader	\N		f	zelf	u	f		\N	1	524d81f4-0988-4182-b630-a8a32989be82	\N	\N	\N	defe9132-e90a-455a-bb53-0b394709820a	a3778aef-85ac-4ca8-8428-397aa09c54ce		
245ec29e-4034-430a-8acd-e60dc610ee36	gezinslid	Samira Ait		samira.ait@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	c60ef21e-af19-4ea1-bf1e-ef82545b4b2e	\N	\N	\N	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	c5297446-c07c-40b0-a3a1-8c822b11111b		
2a3e9cb3-c9a8-4602-90f7-799590957c7c	professional	Jasper Willems	06-00000109		{1,2,3,4}		\N		f	zelf	u	f	mentor van Ilyas	\N	1	5da663da-b0ec-4792-81aa-873c6882c05d	\N	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5	\N	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	\N		
2dba7b99-af24-428b-b172-016ca53f93a1	professional	Jasper Willems	06-00000109		{1,2,3,4}		\N		f	zelf	u	f	mentor van Levi	\N	1	5da663da-b0ec-4792-81aa-873c6882c05d	\N	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5	\N	4083235d-517f-4a6d-ad03-b08625d4ac4f	\N		
33b9885c-65fb-4375-af8d-c41ebc75ae24	gezinslid	Ilyas Ait			{}	kind	2018-12-11		f	zelf	je	t		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	c5297446-c07c-40b0-a3a1-8c822b11111b		
4f61b840-101d-48af-bd96-e2c05cddf3da	gezinslid	Petra de Wit	06-00000003	petra.de.wit@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	8ff84c53-f594-4618-8fdf-973d17ef43e5	\N	\N	\N	defe9132-e90a-455a-bb53-0b394709820a	491cc9f6-a67d-4cd8-bfcc-3fa425e36527		
5276c557-ad8b-453a-ba73-58d3fa7be59c	gezinslid	Yara El Amrani			{}	kind	2020-11-11		f	zelf	je	t		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a7a0d93f-3aad-452b-ace4-a144d153130c		
57ee949c-5b08-4e9f-8707-7864952a58b6	gezinslid	Nadia El Amrani		nadia.el.amrani@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	bbb72a15-b680-4c68-8ae5-d28384a16c28	\N	\N	\N	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a7a0d93f-3aad-452b-ace4-a144d153130c		
7da532bc-1e84-4b3e-b04b-05de9c4b472b	professional	Selin Yilmaz			{}		\N		f	zelf	u	f		\N	1	1129782a-0f8c-43c8-9984-d923cff39d04	\N	7067b83e-6357-41e5-93c3-bd80ad53521a	\N	a120065d-a865-4362-be4f-07abd844cc56	\N		
80546b3e-b416-4ace-9d7a-19883e60c016	professional	Eva van Rijn			{}		\N		f	zelf	u	f		\N	1	b428be33-4292-4f7e-8f07-044f78b43750	\N	2a752492-62e9-40aa-ad74-5e07c1f06801	\N	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	\N		
813adbe8-9baf-4214-bd0b-ba6f1b8441ac	professional	Eva van Rijn	06-00000105		{1,3,5}		\N		f	zelf	u	f	behandelaar van Sem	\N	1	b428be33-4292-4f7e-8f07-044f78b43750	\N	2a752492-62e9-40aa-ad74-5e07c1f06801	\N	a120065d-a865-4362-be4f-07abd844cc56	\N		
b1a0efdf-27ad-4466-a0ae-dd3515b306b7	professional	Tobe Okafor	06-00000107		{1,2,3}		\N		f	zelf	u	f	behandelaar van moeder	\N	1	623eb5d4-b35e-46bd-ade1-2a5541ee0e18	\N	d03cdf19-7a51-4471-be50-589c1067fe93	\N	defe9132-e90a-455a-bb53-0b394709820a	\N		
b93d86b6-1b26-4c16-ac01-f13f85093641	netwerklid	Riet de Wit	06-00000004		{3}		\N		f	zelf	u	f	oma	\N	1	\N	\N	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	defe9132-e90a-455a-bb53-0b394709820a	\N		
bbb0e8f1-8a39-4557-a937-617d593ee599	professional	Noor Bakker			{}		\N		f	zelf	u	f		\N	1	4bcee1cf-2096-4f43-8b69-e6368536d47a	\N	7067b83e-6357-41e5-93c3-bd80ad53521a	\N	defe9132-e90a-455a-bb53-0b394709820a	\N		
c0a04ea4-2457-4b42-8d9f-558d79f922c1	professional	Jasper Willems	06-00000109		{1,2,3,4}		\N		f	zelf	u	f	mentor van Sanne	\N	1	5da663da-b0ec-4792-81aa-873c6882c05d	\N	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5	\N	defe9132-e90a-455a-bb53-0b394709820a	\N		
cff56ba4-d3cb-406d-bde9-2dcabeb4c571	professional	Eva van Rijn			{}		\N		f	zelf	u	f		\N	1	b428be33-4292-4f7e-8f07-044f78b43750	\N	2a752492-62e9-40aa-ad74-5e07c1f06801	\N	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	\N		
d01713f8-6168-4059-904e-5071513b0e5f	professional	Dirk Hof	06-00000113		{1,2,3,4,5}		\N		f	zelf	u	f	woonconsulent	\N	1	6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	43bf67fd-0721-4243-ab5f-d4db9d1a55eb	\N	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	\N		
d1399f1e-6f09-4b41-be26-db100f3035bb	gezinslid	Daan de Wit		daan.de.wit@voorbeeld.example	{}	kind	2011-12-11		f	zelf	je	t		\N	1	a7360cad-ee52-4300-9329-f7063ad4ca34	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	defe9132-e90a-455a-bb53-0b394709820a	491cc9f6-a67d-4cd8-bfcc-3fa425e36527		
\.
COPY gezinnen_deelnemerevent (pgh_id, pgh_created_at, pgh_label, id, soort, naam, telefoon, email, bereikbaar, relatie, geboortedatum, taal, tolk_nodig, leeswijze, aanspreekvorm, gezag_bekend, relatie_tot_gezin, gestopt_op, versie, gebruiker_id, gemeente_id, instelling_id, navrager_id, pgh_context_id, pgh_obj_id, gezin_id, huishouden_id, reden_functienaam, werkelijke_naam) FROM stdin;
1	2026-11-30 02:11:16.049232+00	insert	1ed1d66d-701c-4e2c-99f5-5caf18321bc0	professional	Selin Yilmaz			{}		\N		f	zelf	u	f		\N	1	1129782a-0f8c-43c8-9984-d923cff39d04	\N	7067b83e-6357-41e5-93c3-bd80ad53521a	\N	\N	1ed1d66d-701c-4e2c-99f5-5caf18321bc0	4083235d-517f-4a6d-ad03-b08625d4ac4f	\N		
2	2026-11-30 02:11:16.193882+00	insert	0554df39-b5c4-41a2-b230-88a55cbe1ca7	gezinslid	Joyce Kok		joyce.kok@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	\N	\N	\N	\N	\N	0554df39-b5c4-41a2-b230-88a55cbe1ca7	4083235d-517f-4a6d-ad03-b08625d4ac4f	22330367-fca5-4734-be68-3986de5414fa		
3	2026-11-30 02:11:16.234636+00	update	0554df39-b5c4-41a2-b230-88a55cbe1ca7	gezinslid	Joyce Kok		joyce.kok@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	903e0639-8ea9-4598-a27a-ef0dba95a6f4	\N	\N	\N	\N	0554df39-b5c4-41a2-b230-88a55cbe1ca7	4083235d-517f-4a6d-ad03-b08625d4ac4f	22330367-fca5-4734-be68-3986de5414fa		
4	2026-11-30 02:11:16.261583+00	insert	0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c	gezinslid	Levi Kok			{}	kind	2016-11-11		f	zelf	je	f		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	\N	0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c	4083235d-517f-4a6d-ad03-b08625d4ac4f	22330367-fca5-4734-be68-3986de5414fa		
5	2026-11-30 02:11:16.277779+00	update	0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c	gezinslid	Levi Kok			{}	kind	2016-11-11		f	zelf	je	t		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	\N	0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c	4083235d-517f-4a6d-ad03-b08625d4ac4f	22330367-fca5-4734-be68-3986de5414fa		
6	2026-11-30 02:11:16.29234+00	insert	2dba7b99-af24-428b-b172-016ca53f93a1	professional	Jasper Willems	06-00000109		{1,2,3,4}		\N		f	zelf	u	f	mentor van Levi	\N	1	5da663da-b0ec-4792-81aa-873c6882c05d	\N	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5	\N	\N	2dba7b99-af24-428b-b172-016ca53f93a1	4083235d-517f-4a6d-ad03-b08625d4ac4f	\N		
7	2026-11-30 02:11:17.090037+00	insert	7da532bc-1e84-4b3e-b04b-05de9c4b472b	professional	Selin Yilmaz			{}		\N		f	zelf	u	f		\N	1	1129782a-0f8c-43c8-9984-d923cff39d04	\N	7067b83e-6357-41e5-93c3-bd80ad53521a	\N	\N	7da532bc-1e84-4b3e-b04b-05de9c4b472b	a120065d-a865-4362-be4f-07abd844cc56	\N		
8	2026-11-30 02:11:17.189264+00	insert	11532455-a7af-4454-b1b2-e41e4dada434	gezinslid	Claudia van den Berg		claudia.van.den.berg@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	\N	\N	\N	\N	\N	11532455-a7af-4454-b1b2-e41e4dada434	a120065d-a865-4362-be4f-07abd844cc56	a1ab1894-3436-448a-8f91-71699263f477		
9	2026-11-30 02:11:17.220225+00	update	11532455-a7af-4454-b1b2-e41e4dada434	gezinslid	Claudia van den Berg		claudia.van.den.berg@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	caa6c2dd-85f6-4c19-896e-da68e794e7dd	\N	\N	\N	\N	11532455-a7af-4454-b1b2-e41e4dada434	a120065d-a865-4362-be4f-07abd844cc56	a1ab1894-3436-448a-8f91-71699263f477		
10	2026-11-30 02:11:17.257604+00	insert	04741d28-e823-41d3-bd7d-3b178716235c	gezinslid	Sem van den Berg			{}	kind	2015-11-11		f	zelf	je	f		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	\N	04741d28-e823-41d3-bd7d-3b178716235c	a120065d-a865-4362-be4f-07abd844cc56	a1ab1894-3436-448a-8f91-71699263f477		
11	2026-11-30 02:11:17.273016+00	update	04741d28-e823-41d3-bd7d-3b178716235c	gezinslid	Sem van den Berg			{}	kind	2015-11-11		f	zelf	je	t		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	\N	04741d28-e823-41d3-bd7d-3b178716235c	a120065d-a865-4362-be4f-07abd844cc56	a1ab1894-3436-448a-8f91-71699263f477		
12	2026-11-30 02:11:17.28829+00	insert	813adbe8-9baf-4214-bd0b-ba6f1b8441ac	professional	Eva van Rijn	06-00000105		{1,3,5}		\N		f	zelf	u	f	behandelaar van Sem	\N	1	b428be33-4292-4f7e-8f07-044f78b43750	\N	2a752492-62e9-40aa-ad74-5e07c1f06801	\N	\N	813adbe8-9baf-4214-bd0b-ba6f1b8441ac	a120065d-a865-4362-be4f-07abd844cc56	\N		
13	2026-11-30 02:11:17.47913+00	insert	80546b3e-b416-4ace-9d7a-19883e60c016	professional	Eva van Rijn			{}		\N		f	zelf	u	f		\N	1	b428be33-4292-4f7e-8f07-044f78b43750	\N	2a752492-62e9-40aa-ad74-5e07c1f06801	\N	\N	80546b3e-b416-4ace-9d7a-19883e60c016	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	\N		
14	2026-11-30 02:11:17.563844+00	insert	57ee949c-5b08-4e9f-8707-7864952a58b6	gezinslid	Nadia El Amrani		nadia.el.amrani@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	\N	\N	\N	\N	\N	57ee949c-5b08-4e9f-8707-7864952a58b6	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a7a0d93f-3aad-452b-ace4-a144d153130c		
15	2026-11-30 02:11:17.594461+00	update	57ee949c-5b08-4e9f-8707-7864952a58b6	gezinslid	Nadia El Amrani		nadia.el.amrani@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	bbb72a15-b680-4c68-8ae5-d28384a16c28	\N	\N	\N	\N	57ee949c-5b08-4e9f-8707-7864952a58b6	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a7a0d93f-3aad-452b-ace4-a144d153130c		
16	2026-11-30 02:11:17.631437+00	insert	5276c557-ad8b-453a-ba73-58d3fa7be59c	gezinslid	Yara El Amrani			{}	kind	2020-11-11		f	zelf	je	f		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	\N	5276c557-ad8b-453a-ba73-58d3fa7be59c	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a7a0d93f-3aad-452b-ace4-a144d153130c		
17	2026-11-30 02:11:17.651418+00	update	5276c557-ad8b-453a-ba73-58d3fa7be59c	gezinslid	Yara El Amrani			{}	kind	2020-11-11		f	zelf	je	t		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	\N	5276c557-ad8b-453a-ba73-58d3fa7be59c	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	a7a0d93f-3aad-452b-ace4-a144d153130c		
18	2026-11-30 02:11:17.66781+00	insert	d01713f8-6168-4059-904e-5071513b0e5f	professional	Dirk Hof	06-00000113		{1,2,3,4,5}		\N		f	zelf	u	f	woonconsulent	\N	1	6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	43bf67fd-0721-4243-ab5f-d4db9d1a55eb	\N	\N	d01713f8-6168-4059-904e-5071513b0e5f	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	\N		
19	2026-11-30 02:11:18.410505+00	insert	cff56ba4-d3cb-406d-bde9-2dcabeb4c571	professional	Eva van Rijn			{}		\N		f	zelf	u	f		\N	1	b428be33-4292-4f7e-8f07-044f78b43750	\N	2a752492-62e9-40aa-ad74-5e07c1f06801	\N	\N	cff56ba4-d3cb-406d-bde9-2dcabeb4c571	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	\N		
20	2026-11-30 02:11:18.469175+00	insert	245ec29e-4034-430a-8acd-e60dc610ee36	gezinslid	Samira Ait		samira.ait@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	\N	\N	\N	\N	\N	245ec29e-4034-430a-8acd-e60dc610ee36	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	c5297446-c07c-40b0-a3a1-8c822b11111b		
21	2026-11-30 02:11:18.498428+00	update	245ec29e-4034-430a-8acd-e60dc610ee36	gezinslid	Samira Ait		samira.ait@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	c60ef21e-af19-4ea1-bf1e-ef82545b4b2e	\N	\N	\N	\N	245ec29e-4034-430a-8acd-e60dc610ee36	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	c5297446-c07c-40b0-a3a1-8c822b11111b		
22	2026-11-30 02:11:18.545033+00	insert	33b9885c-65fb-4375-af8d-c41ebc75ae24	gezinslid	Ilyas Ait			{}	kind	2018-12-11		f	zelf	je	f		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	\N	33b9885c-65fb-4375-af8d-c41ebc75ae24	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	c5297446-c07c-40b0-a3a1-8c822b11111b		
23	2026-11-30 02:11:18.56949+00	update	33b9885c-65fb-4375-af8d-c41ebc75ae24	gezinslid	Ilyas Ait			{}	kind	2018-12-11		f	zelf	je	t		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	\N	33b9885c-65fb-4375-af8d-c41ebc75ae24	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	c5297446-c07c-40b0-a3a1-8c822b11111b		
24	2026-11-30 02:11:18.590886+00	insert	2a3e9cb3-c9a8-4602-90f7-799590957c7c	professional	Jasper Willems	06-00000109		{1,2,3,4}		\N		f	zelf	u	f	mentor van Ilyas	\N	1	5da663da-b0ec-4792-81aa-873c6882c05d	\N	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5	\N	\N	2a3e9cb3-c9a8-4602-90f7-799590957c7c	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	\N		
25	2026-11-30 02:11:19.246435+00	insert	bbb0e8f1-8a39-4557-a937-617d593ee599	professional	Noor Bakker			{}		\N		f	zelf	u	f		\N	1	4bcee1cf-2096-4f43-8b69-e6368536d47a	\N	7067b83e-6357-41e5-93c3-bd80ad53521a	\N	\N	bbb0e8f1-8a39-4557-a937-617d593ee599	defe9132-e90a-455a-bb53-0b394709820a	\N		
26	2026-11-30 02:11:19.337832+00	insert	4f61b840-101d-48af-bd96-e2c05cddf3da	gezinslid	Petra de Wit	06-00000003	petra.de.wit@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	\N	\N	\N	\N	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	defe9132-e90a-455a-bb53-0b394709820a	491cc9f6-a67d-4cd8-bfcc-3fa425e36527		
27	2026-11-30 02:11:19.363784+00	update	4f61b840-101d-48af-bd96-e2c05cddf3da	gezinslid	Petra de Wit	06-00000003	petra.de.wit@voorbeeld.example	{}	moeder	\N		f	zelf	u	f		\N	1	8ff84c53-f594-4618-8fdf-973d17ef43e5	\N	\N	\N	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	defe9132-e90a-455a-bb53-0b394709820a	491cc9f6-a67d-4cd8-bfcc-3fa425e36527		
28	2026-11-30 02:11:19.391717+00	insert	214490ab-eb08-4114-9137-41336132272d	gezinslid	Mark Jonker		mark.jonker@voorbeeld.example	{}	vader	\N		f	zelf	u	f		\N	1	\N	\N	\N	\N	\N	214490ab-eb08-4114-9137-41336132272d	defe9132-e90a-455a-bb53-0b394709820a	a3778aef-85ac-4ca8-8428-397aa09c54ce		
29	2026-11-30 02:11:19.414274+00	update	214490ab-eb08-4114-9137-41336132272d	gezinslid	Mark Jonker		mark.jonker@voorbeeld.example	{}	vader	\N		f	zelf	u	f		\N	1	524d81f4-0988-4182-b630-a8a32989be82	\N	\N	\N	\N	214490ab-eb08-4114-9137-41336132272d	defe9132-e90a-455a-bb53-0b394709820a	a3778aef-85ac-4ca8-8428-397aa09c54ce		
30	2026-11-30 02:11:19.441757+00	insert	d1399f1e-6f09-4b41-be26-db100f3035bb	gezinslid	Daan de Wit		daan.de.wit@voorbeeld.example	{}	kind	2011-12-11		f	zelf	je	f		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	\N	d1399f1e-6f09-4b41-be26-db100f3035bb	defe9132-e90a-455a-bb53-0b394709820a	491cc9f6-a67d-4cd8-bfcc-3fa425e36527		
31	2026-11-30 02:11:19.467324+00	update	d1399f1e-6f09-4b41-be26-db100f3035bb	gezinslid	Daan de Wit		daan.de.wit@voorbeeld.example	{}	kind	2011-12-11		f	zelf	je	f		\N	1	a7360cad-ee52-4300-9329-f7063ad4ca34	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	\N	d1399f1e-6f09-4b41-be26-db100f3035bb	defe9132-e90a-455a-bb53-0b394709820a	491cc9f6-a67d-4cd8-bfcc-3fa425e36527		
32	2026-11-30 02:11:19.500288+00	insert	1a147f39-52aa-4908-b04e-25d9aa675cd4	gezinslid	Sanne de Wit			{}	kind	2017-12-11		f	voorlezen	je	f		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	\N	1a147f39-52aa-4908-b04e-25d9aa675cd4	defe9132-e90a-455a-bb53-0b394709820a	491cc9f6-a67d-4cd8-bfcc-3fa425e36527		
33	2026-11-30 02:11:19.520621+00	update	1a147f39-52aa-4908-b04e-25d9aa675cd4	gezinslid	Sanne de Wit			{}	kind	2017-12-11		f	voorlezen	je	t		\N	1	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	\N	1a147f39-52aa-4908-b04e-25d9aa675cd4	defe9132-e90a-455a-bb53-0b394709820a	491cc9f6-a67d-4cd8-bfcc-3fa425e36527		
34	2026-11-30 02:11:19.538872+00	update	d1399f1e-6f09-4b41-be26-db100f3035bb	gezinslid	Daan de Wit		daan.de.wit@voorbeeld.example	{}	kind	2011-12-11		f	zelf	je	t		\N	1	a7360cad-ee52-4300-9329-f7063ad4ca34	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	\N	\N	d1399f1e-6f09-4b41-be26-db100f3035bb	defe9132-e90a-455a-bb53-0b394709820a	491cc9f6-a67d-4cd8-bfcc-3fa425e36527		
35	2026-11-30 02:11:19.556799+00	insert	b93d86b6-1b26-4c16-ac01-f13f85093641	netwerklid	Riet de Wit	06-00000004		{3}		\N		f	zelf	u	f	oma	\N	1	\N	\N	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	\N	b93d86b6-1b26-4c16-ac01-f13f85093641	defe9132-e90a-455a-bb53-0b394709820a	\N		
36	2026-11-30 02:11:19.567026+00	insert	b1a0efdf-27ad-4466-a0ae-dd3515b306b7	professional	Tobe Okafor	06-00000107		{1,2,3}		\N		f	zelf	u	f	behandelaar van moeder	\N	1	623eb5d4-b35e-46bd-ade1-2a5541ee0e18	\N	d03cdf19-7a51-4471-be50-589c1067fe93	\N	\N	b1a0efdf-27ad-4466-a0ae-dd3515b306b7	defe9132-e90a-455a-bb53-0b394709820a	\N		
37	2026-11-30 02:11:19.62358+00	insert	c0a04ea4-2457-4b42-8d9f-558d79f922c1	professional	Jasper Willems	06-00000109		{1,2,3,4}		\N		f	zelf	u	f	mentor van Sanne	\N	1	5da663da-b0ec-4792-81aa-873c6882c05d	\N	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5	\N	\N	c0a04ea4-2457-4b42-8d9f-558d79f922c1	defe9132-e90a-455a-bb53-0b394709820a	\N		
\.
COPY gezinnen_gezag (id, houder_id, kind_id) FROM stdin;
018ac8bb-ce12-4e19-9ee8-aa44b8f798da	4f61b840-101d-48af-bd96-e2c05cddf3da	d1399f1e-6f09-4b41-be26-db100f3035bb
0d7e34da-dfdd-40d1-a0fc-bf4ba639395e	4f61b840-101d-48af-bd96-e2c05cddf3da	1a147f39-52aa-4908-b04e-25d9aa675cd4
5745beba-1f87-4443-b153-d42259e4677d	214490ab-eb08-4114-9137-41336132272d	d1399f1e-6f09-4b41-be26-db100f3035bb
63db1c33-ba74-410a-a828-5b2c16f4d6ce	11532455-a7af-4454-b1b2-e41e4dada434	04741d28-e823-41d3-bd7d-3b178716235c
672b9515-fde1-4831-8ef2-c9ec84b6e123	0554df39-b5c4-41a2-b230-88a55cbe1ca7	0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c
84c4aaf3-e825-4577-a937-9b466f3f0eb2	245ec29e-4034-430a-8acd-e60dc610ee36	33b9885c-65fb-4375-af8d-c41ebc75ae24
879dd3ee-09a0-49b2-930a-a0a44a6a8098	57ee949c-5b08-4e9f-8707-7864952a58b6	5276c557-ad8b-453a-ba73-58d3fa7be59c
da828e63-6e11-4dad-b12e-687bdf2d7227	214490ab-eb08-4114-9137-41336132272d	1a147f39-52aa-4908-b04e-25d9aa675cd4
\.
COPY gezinnen_gezagevent (pgh_id, pgh_created_at, pgh_label, id, houder_id, kind_id, pgh_context_id, pgh_obj_id) FROM stdin;
1	2026-11-30 02:11:16.277779+00	insert	672b9515-fde1-4831-8ef2-c9ec84b6e123	0554df39-b5c4-41a2-b230-88a55cbe1ca7	0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c	\N	672b9515-fde1-4831-8ef2-c9ec84b6e123
2	2026-11-30 02:11:17.273016+00	insert	63db1c33-ba74-410a-a828-5b2c16f4d6ce	11532455-a7af-4454-b1b2-e41e4dada434	04741d28-e823-41d3-bd7d-3b178716235c	\N	63db1c33-ba74-410a-a828-5b2c16f4d6ce
3	2026-11-30 02:11:17.651418+00	insert	879dd3ee-09a0-49b2-930a-a0a44a6a8098	57ee949c-5b08-4e9f-8707-7864952a58b6	5276c557-ad8b-453a-ba73-58d3fa7be59c	\N	879dd3ee-09a0-49b2-930a-a0a44a6a8098
4	2026-11-30 02:11:18.56949+00	insert	84c4aaf3-e825-4577-a937-9b466f3f0eb2	245ec29e-4034-430a-8acd-e60dc610ee36	33b9885c-65fb-4375-af8d-c41ebc75ae24	\N	84c4aaf3-e825-4577-a937-9b466f3f0eb2
5	2026-11-30 02:11:19.520621+00	insert	0d7e34da-dfdd-40d1-a0fc-bf4ba639395e	4f61b840-101d-48af-bd96-e2c05cddf3da	1a147f39-52aa-4908-b04e-25d9aa675cd4	\N	0d7e34da-dfdd-40d1-a0fc-bf4ba639395e
6	2026-11-30 02:11:19.520621+00	insert	da828e63-6e11-4dad-b12e-687bdf2d7227	214490ab-eb08-4114-9137-41336132272d	1a147f39-52aa-4908-b04e-25d9aa675cd4	\N	da828e63-6e11-4dad-b12e-687bdf2d7227
7	2026-11-30 02:11:19.538872+00	insert	018ac8bb-ce12-4e19-9ee8-aa44b8f798da	4f61b840-101d-48af-bd96-e2c05cddf3da	d1399f1e-6f09-4b41-be26-db100f3035bb	\N	018ac8bb-ce12-4e19-9ee8-aa44b8f798da
8	2026-11-30 02:11:19.538872+00	insert	5745beba-1f87-4443-b153-d42259e4677d	214490ab-eb08-4114-9137-41336132272d	d1399f1e-6f09-4b41-be26-db100f3035bb	\N	5745beba-1f87-4443-b153-d42259e4677d
\.
COPY gezinnen_gezin (id, nummer, naam, gemaakt_op, gemeente_id) FROM stdin;
4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	Kok	2026-10-22 08:00:00+00	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14
a120065d-a865-4362-be4f-07abd844cc56	1002	Van den Berg	2026-10-23 08:00:00+00	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14
ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	Ait	2026-11-05 09:00:00+00	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14
dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	El Amrani	2026-10-26 09:00:00+00	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14
defe9132-e90a-455a-bb53-0b394709820a	1005	De Wit	2026-11-10 09:00:00+00	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14
\.
COPY gezinnen_gezinevent (pgh_id, pgh_created_at, pgh_label, id, nummer, naam, gemaakt_op, gemeente_id, pgh_context_id, pgh_obj_id) FROM stdin;
1	2026-11-30 02:11:16.049232+00	insert	4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	Kok	2026-10-22 08:00:00+00	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	4083235d-517f-4a6d-ad03-b08625d4ac4f
2	2026-11-30 02:11:17.090037+00	insert	a120065d-a865-4362-be4f-07abd844cc56	1002	Van den Berg	2026-10-23 08:00:00+00	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	a120065d-a865-4362-be4f-07abd844cc56
3	2026-11-30 02:11:17.47913+00	insert	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	El Amrani	2026-10-26 09:00:00+00	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2
4	2026-11-30 02:11:18.410505+00	insert	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	Ait	2026-11-05 09:00:00+00	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6
5	2026-11-30 02:11:19.246435+00	insert	defe9132-e90a-455a-bb53-0b394709820a	1005	De Wit	2026-11-10 09:00:00+00	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N	defe9132-e90a-455a-bb53-0b394709820a
\.
COPY gezinnen_gezinrechtverlening (id, content_object_id, permission_id, user_id) FROM stdin;
1	4083235d-517f-4a6d-ad03-b08625d4ac4f	268	1129782a-0f8c-43c8-9984-d923cff39d04
2	4083235d-517f-4a6d-ad03-b08625d4ac4f	269	1129782a-0f8c-43c8-9984-d923cff39d04
3	4083235d-517f-4a6d-ad03-b08625d4ac4f	270	1129782a-0f8c-43c8-9984-d923cff39d04
4	4083235d-517f-4a6d-ad03-b08625d4ac4f	271	1129782a-0f8c-43c8-9984-d923cff39d04
9	4083235d-517f-4a6d-ad03-b08625d4ac4f	268	903e0639-8ea9-4598-a27a-ef0dba95a6f4
10	4083235d-517f-4a6d-ad03-b08625d4ac4f	270	903e0639-8ea9-4598-a27a-ef0dba95a6f4
11	4083235d-517f-4a6d-ad03-b08625d4ac4f	272	903e0639-8ea9-4598-a27a-ef0dba95a6f4
12	4083235d-517f-4a6d-ad03-b08625d4ac4f	271	903e0639-8ea9-4598-a27a-ef0dba95a6f4
13	4083235d-517f-4a6d-ad03-b08625d4ac4f	268	5da663da-b0ec-4792-81aa-873c6882c05d
14	4083235d-517f-4a6d-ad03-b08625d4ac4f	270	5da663da-b0ec-4792-81aa-873c6882c05d
15	4083235d-517f-4a6d-ad03-b08625d4ac4f	271	5da663da-b0ec-4792-81aa-873c6882c05d
16	a120065d-a865-4362-be4f-07abd844cc56	268	1129782a-0f8c-43c8-9984-d923cff39d04
17	a120065d-a865-4362-be4f-07abd844cc56	269	1129782a-0f8c-43c8-9984-d923cff39d04
18	a120065d-a865-4362-be4f-07abd844cc56	270	1129782a-0f8c-43c8-9984-d923cff39d04
19	a120065d-a865-4362-be4f-07abd844cc56	271	1129782a-0f8c-43c8-9984-d923cff39d04
24	a120065d-a865-4362-be4f-07abd844cc56	268	caa6c2dd-85f6-4c19-896e-da68e794e7dd
25	a120065d-a865-4362-be4f-07abd844cc56	270	caa6c2dd-85f6-4c19-896e-da68e794e7dd
26	a120065d-a865-4362-be4f-07abd844cc56	272	caa6c2dd-85f6-4c19-896e-da68e794e7dd
27	a120065d-a865-4362-be4f-07abd844cc56	271	caa6c2dd-85f6-4c19-896e-da68e794e7dd
28	a120065d-a865-4362-be4f-07abd844cc56	268	b428be33-4292-4f7e-8f07-044f78b43750
29	a120065d-a865-4362-be4f-07abd844cc56	270	b428be33-4292-4f7e-8f07-044f78b43750
30	a120065d-a865-4362-be4f-07abd844cc56	271	b428be33-4292-4f7e-8f07-044f78b43750
31	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	268	b428be33-4292-4f7e-8f07-044f78b43750
32	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	269	b428be33-4292-4f7e-8f07-044f78b43750
33	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	270	b428be33-4292-4f7e-8f07-044f78b43750
34	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	271	b428be33-4292-4f7e-8f07-044f78b43750
39	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	268	bbb72a15-b680-4c68-8ae5-d28384a16c28
40	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	270	bbb72a15-b680-4c68-8ae5-d28384a16c28
41	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	272	bbb72a15-b680-4c68-8ae5-d28384a16c28
42	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	271	bbb72a15-b680-4c68-8ae5-d28384a16c28
43	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	268	6e8c09b6-00e4-46b8-a090-770ab6a04a0d
44	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	270	6e8c09b6-00e4-46b8-a090-770ab6a04a0d
45	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	271	6e8c09b6-00e4-46b8-a090-770ab6a04a0d
46	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	268	b428be33-4292-4f7e-8f07-044f78b43750
47	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	269	b428be33-4292-4f7e-8f07-044f78b43750
48	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	270	b428be33-4292-4f7e-8f07-044f78b43750
49	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	271	b428be33-4292-4f7e-8f07-044f78b43750
54	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	268	c60ef21e-af19-4ea1-bf1e-ef82545b4b2e
55	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	270	c60ef21e-af19-4ea1-bf1e-ef82545b4b2e
56	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	272	c60ef21e-af19-4ea1-bf1e-ef82545b4b2e
57	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	271	c60ef21e-af19-4ea1-bf1e-ef82545b4b2e
58	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	268	5da663da-b0ec-4792-81aa-873c6882c05d
59	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	270	5da663da-b0ec-4792-81aa-873c6882c05d
60	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	271	5da663da-b0ec-4792-81aa-873c6882c05d
61	defe9132-e90a-455a-bb53-0b394709820a	268	4bcee1cf-2096-4f43-8b69-e6368536d47a
62	defe9132-e90a-455a-bb53-0b394709820a	269	4bcee1cf-2096-4f43-8b69-e6368536d47a
63	defe9132-e90a-455a-bb53-0b394709820a	270	4bcee1cf-2096-4f43-8b69-e6368536d47a
64	defe9132-e90a-455a-bb53-0b394709820a	271	4bcee1cf-2096-4f43-8b69-e6368536d47a
69	defe9132-e90a-455a-bb53-0b394709820a	268	8ff84c53-f594-4618-8fdf-973d17ef43e5
70	defe9132-e90a-455a-bb53-0b394709820a	270	8ff84c53-f594-4618-8fdf-973d17ef43e5
71	defe9132-e90a-455a-bb53-0b394709820a	272	8ff84c53-f594-4618-8fdf-973d17ef43e5
72	defe9132-e90a-455a-bb53-0b394709820a	271	8ff84c53-f594-4618-8fdf-973d17ef43e5
73	defe9132-e90a-455a-bb53-0b394709820a	268	524d81f4-0988-4182-b630-a8a32989be82
74	defe9132-e90a-455a-bb53-0b394709820a	270	524d81f4-0988-4182-b630-a8a32989be82
75	defe9132-e90a-455a-bb53-0b394709820a	272	524d81f4-0988-4182-b630-a8a32989be82
76	defe9132-e90a-455a-bb53-0b394709820a	271	524d81f4-0988-4182-b630-a8a32989be82
77	defe9132-e90a-455a-bb53-0b394709820a	268	a7360cad-ee52-4300-9329-f7063ad4ca34
78	defe9132-e90a-455a-bb53-0b394709820a	270	a7360cad-ee52-4300-9329-f7063ad4ca34
79	defe9132-e90a-455a-bb53-0b394709820a	272	a7360cad-ee52-4300-9329-f7063ad4ca34
80	defe9132-e90a-455a-bb53-0b394709820a	271	a7360cad-ee52-4300-9329-f7063ad4ca34
81	defe9132-e90a-455a-bb53-0b394709820a	268	623eb5d4-b35e-46bd-ade1-2a5541ee0e18
82	defe9132-e90a-455a-bb53-0b394709820a	270	623eb5d4-b35e-46bd-ade1-2a5541ee0e18
83	defe9132-e90a-455a-bb53-0b394709820a	271	623eb5d4-b35e-46bd-ade1-2a5541ee0e18
84	defe9132-e90a-455a-bb53-0b394709820a	268	5da663da-b0ec-4792-81aa-873c6882c05d
85	defe9132-e90a-455a-bb53-0b394709820a	270	5da663da-b0ec-4792-81aa-873c6882c05d
86	defe9132-e90a-455a-bb53-0b394709820a	271	5da663da-b0ec-4792-81aa-873c6882c05d
\.
COPY gezinnen_huishouden (id, naam, adres, is_hoofdhuishouden, gezin_id, geheim_adres) FROM stdin;
22330367-fca5-4734-be68-3986de5414fa	Gezin Kok		t	4083235d-517f-4a6d-ad03-b08625d4ac4f	f
491cc9f6-a67d-4cd8-bfcc-3fa425e36527	Gezin De Wit		t	defe9132-e90a-455a-bb53-0b394709820a	f
a1ab1894-3436-448a-8f91-71699263f477	Gezin Van den Berg		t	a120065d-a865-4362-be4f-07abd844cc56	f
a3778aef-85ac-4ca8-8428-397aa09c54ce	Bij vader	Elzenlaan 5, Plassendam	f	defe9132-e90a-455a-bb53-0b394709820a	f
a7a0d93f-3aad-452b-ace4-a144d153130c	Gezin El Amrani		t	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	f
c5297446-c07c-40b0-a3a1-8c822b11111b	Gezin Ait		t	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	f
\.
COPY gezinnen_huishoudenevent (pgh_id, pgh_created_at, pgh_label, id, naam, adres, is_hoofdhuishouden, gezin_id, pgh_context_id, pgh_obj_id, geheim_adres) FROM stdin;
1	2026-11-30 02:11:16.049232+00	insert	22330367-fca5-4734-be68-3986de5414fa	Gezin Kok		t	4083235d-517f-4a6d-ad03-b08625d4ac4f	\N	22330367-fca5-4734-be68-3986de5414fa	f
2	2026-11-30 02:11:17.090037+00	insert	a1ab1894-3436-448a-8f91-71699263f477	Gezin Van den Berg		t	a120065d-a865-4362-be4f-07abd844cc56	\N	a1ab1894-3436-448a-8f91-71699263f477	f
3	2026-11-30 02:11:17.47913+00	insert	a7a0d93f-3aad-452b-ace4-a144d153130c	Gezin El Amrani		t	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	\N	a7a0d93f-3aad-452b-ace4-a144d153130c	f
4	2026-11-30 02:11:18.410505+00	insert	c5297446-c07c-40b0-a3a1-8c822b11111b	Gezin Ait		t	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	\N	c5297446-c07c-40b0-a3a1-8c822b11111b	f
5	2026-11-30 02:11:19.246435+00	insert	491cc9f6-a67d-4cd8-bfcc-3fa425e36527	Gezin De Wit		t	defe9132-e90a-455a-bb53-0b394709820a	\N	491cc9f6-a67d-4cd8-bfcc-3fa425e36527	f
6	2026-11-30 02:11:19.32673+00	insert	a3778aef-85ac-4ca8-8428-397aa09c54ce	Bij vader	Elzenlaan 5, Plassendam	f	defe9132-e90a-455a-bb53-0b394709820a	\N	a3778aef-85ac-4ca8-8428-397aa09c54ce	f
\.
COPY gezinsplan_aanvaarding (id, doet_het, wijze, hoe_gezegd, reden, op, vervallen_op, afspraak_id, deelnemer_id, door_id) FROM stdin;
0d9a5fb2-a355-4852-87ea-cf887373ea19	t	aan_tafel			2026-11-12 09:00:00+00	\N	f8dd6e5d-bb1c-491c-abc9-402ad48c94ec	bbb0e8f1-8a39-4557-a937-617d593ee599	4bcee1cf-2096-4f43-8b69-e6368536d47a
2ab466eb-3ad6-44f7-b7b6-921034a56686	t	aan_tafel			2026-10-22 08:00:00+00	\N	a35947ee-ef5d-4d24-b658-028153400583	2dba7b99-af24-428b-b172-016ca53f93a1	1129782a-0f8c-43c8-9984-d923cff39d04
3d0270ab-0663-4f5c-960f-06afca901714	t	aan_tafel			2026-10-23 08:00:00+00	\N	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	813adbe8-9baf-4214-bd0b-ba6f1b8441ac	1129782a-0f8c-43c8-9984-d923cff39d04
568d914f-b699-40f2-bbe9-c5271441cb1d	t	aan_tafel			2026-10-26 09:00:00+00	\N	9dfef622-2876-44a0-884e-f25d0f0a6e80	57ee949c-5b08-4e9f-8707-7864952a58b6	b428be33-4292-4f7e-8f07-044f78b43750
5efeead3-8ba1-4fcf-8dea-12b52aacc4a9	t	aan_tafel			2026-11-05 09:00:00+00	\N	6dab368f-06b5-4c66-9605-49f1e5496a5d	2a3e9cb3-c9a8-4602-90f7-799590957c7c	b428be33-4292-4f7e-8f07-044f78b43750
6da0474c-5b9c-4b78-ac48-46c512a7b120	t	aan_tafel			2026-11-05 09:00:00+00	\N	059c5447-ba3d-4bb6-82f8-7453e9202e25	245ec29e-4034-430a-8acd-e60dc610ee36	b428be33-4292-4f7e-8f07-044f78b43750
739f9b45-c25a-417a-a9df-47a787a65580	t	aan_tafel			2026-10-22 08:00:00+00	\N	3165748c-a312-4e5d-8623-3f9f5ed87ce5	0554df39-b5c4-41a2-b230-88a55cbe1ca7	1129782a-0f8c-43c8-9984-d923cff39d04
ae5d504e-4484-44fb-b428-081adb8e35ec	t	aan_tafel			2026-10-26 09:00:00+00	\N	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	d01713f8-6168-4059-904e-5071513b0e5f	b428be33-4292-4f7e-8f07-044f78b43750
c013dd8b-b41f-4b31-ba09-34b06b55fc13	t	aan_tafel			2026-10-23 08:00:00+00	\N	85104ec0-1f77-48ed-9a51-5893b5fdae6d	11532455-a7af-4454-b1b2-e41e4dada434	1129782a-0f8c-43c8-9984-d923cff39d04
c6f453e0-2736-4877-ab1d-0a6b6a21f2d1	t	aan_tafel			2026-11-12 09:00:00+00	\N	5cf26dd3-e1fe-40b1-b695-432c6ce68d9b	4f61b840-101d-48af-bd96-e2c05cddf3da	4bcee1cf-2096-4f43-8b69-e6368536d47a
d2f85e63-75db-4c0a-aab2-6506840d8079	t	aan_tafel			2026-11-12 09:00:00+00	\N	07dc32ab-ab8d-4ee6-a986-28dd51442783	b93d86b6-1b26-4c16-ac01-f13f85093641	4bcee1cf-2096-4f43-8b69-e6368536d47a
d3dff029-c5f1-4fad-b6e4-45245d5ebd25	t	aan_tafel			2026-11-12 09:00:00+00	\N	a5ce7d51-17ee-43cc-9a24-5009273d7c33	4f61b840-101d-48af-bd96-e2c05cddf3da	4bcee1cf-2096-4f43-8b69-e6368536d47a
d80a181d-e4cd-4d38-a074-1944048277a9	t	aan_tafel			2026-11-12 09:00:00+00	\N	a5ce7d51-17ee-43cc-9a24-5009273d7c33	b1a0efdf-27ad-4466-a0ae-dd3515b306b7	4bcee1cf-2096-4f43-8b69-e6368536d47a
fac237f0-037c-4794-811f-4dcd9c5cec3d	t	aan_tafel			2026-11-12 09:00:00+00	\N	ba33d281-5060-46c1-bb02-498ead106d73	bbb0e8f1-8a39-4557-a937-617d593ee599	4bcee1cf-2096-4f43-8b69-e6368536d47a
\.
COPY gezinsplan_afspraak (leefgebieden, over_wie, id, wat, herhaling, volgorde, start_op, duur_aantal, duur_eenheid, eind_op, is_veiligheidsafspraak, staat, verzet_aantal, gebeurd_op, vastgelegd_op, hoe_gehoord, versie, termijn_id, vastgelegd_door_id, doel_id, vastgelegd_door_deelnemer_id, vastgelegd_namens_id) FROM stdin;
{}	{04741d28-e823-41d3-bd7d-3b178716235c}	85104ec0-1f77-48ed-9a51-5893b5fdae6d	elke zondag samen de week doornemen	elke week	2	2026-10-23	\N		2026-12-20	f	loopt	0	\N	\N		1	0dd99203-3f98-41c9-a72e-6af0fa75db30	\N	d2fb4fe4-1cd1-425d-9891-e291579ce72c	\N	\N
{}	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	9dfef622-2876-44a0-884e-f25d0f0a6e80	elke zondag samen de week doornemen	elke week	2	2026-10-26	\N		2026-12-20	f	loopt	0	\N	\N		1	7c965d19-0375-4911-aa90-c075d3ca3983	\N	e01c4f72-6d03-45a3-8983-d31fc4378a4f	\N	\N
{}	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	a35947ee-ef5d-4d24-b658-028153400583	zwemles regelen op een vaste dag		1	2026-10-22	\N		2026-11-30	f	gedaan	0	2026-11-04	2026-11-04 09:00:00+00		2	a91a3aad-d3f9-43a9-811c-b9c7665e5a46	5da663da-b0ec-4792-81aa-873c6882c05d	a0fe6664-d441-4b5a-9da0-880c07f6b551	\N	\N
{}	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	059c5447-ba3d-4bb6-82f8-7453e9202e25	elke zondag samen de week doornemen	elke week	2	2026-11-05	\N		2026-12-20	f	loopt	0	\N	\N		1	90fb4952-4fac-4abc-bca6-a4ce2b1bb39c	\N	eafa0c6b-87bd-44c4-a2e0-5c08e893b884	\N	\N
{}	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	de schimmel in de slaapkamers weghalen		1	2026-10-26	\N		2026-11-16	f	niet_gedaan	0	\N	\N		1	2236141c-cb9e-4e2b-9317-a283ada8a927	\N	e01c4f72-6d03-45a3-8983-d31fc4378a4f	\N	\N
{}	{04741d28-e823-41d3-bd7d-3b178716235c}	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	een behandelplek voor Sem regelen		1	2026-10-23	\N		2026-11-07	f	niet_gedaan	0	\N	\N		1	5fc6f4e8-2448-405f-beee-f87d94a3e345	\N	d2fb4fe4-1cd1-425d-9891-e291579ce72c	\N	\N
{}	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	3165748c-a312-4e5d-8623-3f9f5ed87ce5	elke zondag samen de week doornemen	elke week	2	2026-10-22	\N		2026-12-20	f	vervallen	0	\N	\N		2	8f960400-ec4a-441e-af27-bf8fd24f91b2	\N	a0fe6664-d441-4b5a-9da0-880c07f6b551	\N	\N
{}	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	6dab368f-06b5-4c66-9605-49f1e5496a5d	Ilyas laten testen op lezen		1	2026-11-05	\N		2026-11-29	f	gevraagd	0	\N	\N		1	02326973-a7d4-4115-a138-c223de5e4562	\N	eafa0c6b-87bd-44c4-a2e0-5c08e893b884	\N	\N
{onderwijs}	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	07dc32ab-ab8d-4ee6-a986-28dd51442783	Sanne op woensdag naar school brengen	elke woensdag	1	2026-11-12	\N		2026-12-02	f	loopt	0	\N	\N		1	4b67238a-f484-4300-89b5-860b9838ec25	\N	c0347969-685b-4e30-b73e-54c6dac5c10b	\N	\N
{onderwijs}	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	3dad23f9-8d6a-4bdf-8c41-a9212a64d013	bellen als Sanne er niet is	elke dag	2	2026-11-12	\N		2026-12-05	f	loopt	0	\N	\N		1	c47b6598-de65-43e3-a933-3178b0fbddd9	\N	c0347969-685b-4e30-b73e-54c6dac5c10b	\N	\N
{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	ba33d281-5060-46c1-bb02-498ead106d73	op huisbezoek komen	elke twee weken	1	2026-11-12	\N		2026-12-04	f	loopt	0	\N	\N		1	bfba8c41-c3b3-4ff0-824f-ae0eb0a6a7c4	\N	0fb767b7-28e4-48f4-a1e7-507e6818fd8a	\N	\N
{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	26515da6-b429-4d5b-b82d-bdb9cc23c1f8	na schooltijd even vragen hoe het gaat	elke week	3	2026-11-12	\N		2026-12-06	f	loopt	0	\N	\N		1	ac3525db-ad9e-4d89-a262-466902bdf432	\N	0fb767b7-28e4-48f4-a1e7-507e6818fd8a	\N	\N
{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	f8dd6e5d-bb1c-491c-abc9-402ad48c94ec	regelen dat de wasmachine wordt gemaakt		2	2026-11-12	\N		2026-11-25	f	gedaan	0	2026-11-22	2026-11-22 09:00:00+00		2	2db236de-aa9f-4ff3-bfcd-b5f90e6b57c2	4bcee1cf-2096-4f43-8b69-e6368536d47a	0fb767b7-28e4-48f4-a1e7-507e6818fd8a	\N	\N
{verslaving}	{4f61b840-101d-48af-bd96-e2c05cddf3da}	a5ce7d51-17ee-43cc-9a24-5009273d7c33	naar de afspraak in de kliniek gaan	elke week	1	2026-11-12	\N		2026-12-07	f	loopt	0	\N	\N		1	25173c8e-10f9-41eb-acc4-7814724601cd	\N	ea64391c-af20-4e8e-858d-0b4916837ba8	\N	\N
{verslaving}	{4f61b840-101d-48af-bd96-e2c05cddf3da}	5cf26dd3-e1fe-40b1-b695-432c6ce68d9b	de kliniek bellen voor een vaste dag		2	2026-11-12	\N		2026-12-01	f	loopt	0	\N	\N		1	723e7014-8897-44d5-9ef8-a7434170488d	\N	ea64391c-af20-4e8e-858d-0b4916837ba8	\N	\N
\.
COPY gezinsplan_afspraak_uitvoerders (id, afspraak_id, deelnemer_id) FROM stdin;
1	a35947ee-ef5d-4d24-b658-028153400583	2dba7b99-af24-428b-b172-016ca53f93a1
2	3165748c-a312-4e5d-8623-3f9f5ed87ce5	0554df39-b5c4-41a2-b230-88a55cbe1ca7
3	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	813adbe8-9baf-4214-bd0b-ba6f1b8441ac
4	85104ec0-1f77-48ed-9a51-5893b5fdae6d	11532455-a7af-4454-b1b2-e41e4dada434
5	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	d01713f8-6168-4059-904e-5071513b0e5f
6	9dfef622-2876-44a0-884e-f25d0f0a6e80	57ee949c-5b08-4e9f-8707-7864952a58b6
7	6dab368f-06b5-4c66-9605-49f1e5496a5d	2a3e9cb3-c9a8-4602-90f7-799590957c7c
8	059c5447-ba3d-4bb6-82f8-7453e9202e25	245ec29e-4034-430a-8acd-e60dc610ee36
9	a5ce7d51-17ee-43cc-9a24-5009273d7c33	b1a0efdf-27ad-4466-a0ae-dd3515b306b7
10	a5ce7d51-17ee-43cc-9a24-5009273d7c33	4f61b840-101d-48af-bd96-e2c05cddf3da
11	5cf26dd3-e1fe-40b1-b695-432c6ce68d9b	4f61b840-101d-48af-bd96-e2c05cddf3da
12	07dc32ab-ab8d-4ee6-a986-28dd51442783	b93d86b6-1b26-4c16-ac01-f13f85093641
13	3dad23f9-8d6a-4bdf-8c41-a9212a64d013	c0a04ea4-2457-4b42-8d9f-558d79f922c1
14	ba33d281-5060-46c1-bb02-498ead106d73	bbb0e8f1-8a39-4557-a937-617d593ee599
15	f8dd6e5d-bb1c-491c-abc9-402ad48c94ec	bbb0e8f1-8a39-4557-a937-617d593ee599
16	26515da6-b429-4d5b-b82d-bdb9cc23c1f8	c0a04ea4-2457-4b42-8d9f-558d79f922c1
\.
COPY gezinsplan_afspraakevent (pgh_id, pgh_created_at, pgh_label, leefgebieden, over_wie, id, wat, herhaling, volgorde, start_op, duur_aantal, duur_eenheid, eind_op, is_veiligheidsafspraak, staat, verzet_aantal, gebeurd_op, vastgelegd_op, hoe_gehoord, versie, pgh_context_id, pgh_obj_id, termijn_id, vastgelegd_door_id, doel_id, vastgelegd_door_deelnemer_id, vastgelegd_namens_id) FROM stdin;
1	2026-11-30 02:11:16.449161+00	insert	{}	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	a35947ee-ef5d-4d24-b658-028153400583	zwemles regelen op een vaste dag		1	2026-10-22	\N		2026-11-30	f	voorstel	0	\N	\N		1	\N	a35947ee-ef5d-4d24-b658-028153400583	\N	\N	a0fe6664-d441-4b5a-9da0-880c07f6b551	\N	\N
2	2026-11-30 02:11:16.467587+00	insert	{}	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	3165748c-a312-4e5d-8623-3f9f5ed87ce5	elke zondag samen de week doornemen	elke week	2	2026-10-22	\N		2026-12-20	f	voorstel	0	\N	\N		1	\N	3165748c-a312-4e5d-8623-3f9f5ed87ce5	\N	\N	a0fe6664-d441-4b5a-9da0-880c07f6b551	\N	\N
3	2026-11-30 02:11:16.484709+00	update	{}	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	a35947ee-ef5d-4d24-b658-028153400583	zwemles regelen op een vaste dag		1	2026-10-22	\N		2026-11-30	f	loopt	0	\N	\N		1	\N	a35947ee-ef5d-4d24-b658-028153400583	a91a3aad-d3f9-43a9-811c-b9c7665e5a46	\N	a0fe6664-d441-4b5a-9da0-880c07f6b551	\N	\N
4	2026-11-30 02:11:16.484709+00	update	{}	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	3165748c-a312-4e5d-8623-3f9f5ed87ce5	elke zondag samen de week doornemen	elke week	2	2026-10-22	\N		2026-12-20	f	loopt	0	\N	\N		1	\N	3165748c-a312-4e5d-8623-3f9f5ed87ce5	8f960400-ec4a-441e-af27-bf8fd24f91b2	\N	a0fe6664-d441-4b5a-9da0-880c07f6b551	\N	\N
5	2026-11-30 02:11:17.343161+00	insert	{}	{04741d28-e823-41d3-bd7d-3b178716235c}	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	een behandelplek voor Sem regelen		1	2026-10-23	\N		2026-11-07	f	voorstel	0	\N	\N		1	\N	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	\N	\N	d2fb4fe4-1cd1-425d-9891-e291579ce72c	\N	\N
6	2026-11-30 02:11:17.357319+00	insert	{}	{04741d28-e823-41d3-bd7d-3b178716235c}	85104ec0-1f77-48ed-9a51-5893b5fdae6d	elke zondag samen de week doornemen	elke week	2	2026-10-23	\N		2026-12-20	f	voorstel	0	\N	\N		1	\N	85104ec0-1f77-48ed-9a51-5893b5fdae6d	\N	\N	d2fb4fe4-1cd1-425d-9891-e291579ce72c	\N	\N
7	2026-11-30 02:11:17.372838+00	update	{}	{04741d28-e823-41d3-bd7d-3b178716235c}	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	een behandelplek voor Sem regelen		1	2026-10-23	\N		2026-11-07	f	loopt	0	\N	\N		1	\N	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	5fc6f4e8-2448-405f-beee-f87d94a3e345	\N	d2fb4fe4-1cd1-425d-9891-e291579ce72c	\N	\N
8	2026-11-30 02:11:17.372838+00	update	{}	{04741d28-e823-41d3-bd7d-3b178716235c}	85104ec0-1f77-48ed-9a51-5893b5fdae6d	elke zondag samen de week doornemen	elke week	2	2026-10-23	\N		2026-12-20	f	loopt	0	\N	\N		1	\N	85104ec0-1f77-48ed-9a51-5893b5fdae6d	0dd99203-3f98-41c9-a72e-6af0fa75db30	\N	d2fb4fe4-1cd1-425d-9891-e291579ce72c	\N	\N
9	2026-11-30 02:11:17.730738+00	insert	{}	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	de schimmel in de slaapkamers weghalen		1	2026-10-26	\N		2026-11-16	f	voorstel	0	\N	\N		1	\N	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	\N	\N	e01c4f72-6d03-45a3-8983-d31fc4378a4f	\N	\N
10	2026-11-30 02:11:17.746382+00	insert	{}	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	9dfef622-2876-44a0-884e-f25d0f0a6e80	elke zondag samen de week doornemen	elke week	2	2026-10-26	\N		2026-12-20	f	voorstel	0	\N	\N		1	\N	9dfef622-2876-44a0-884e-f25d0f0a6e80	\N	\N	e01c4f72-6d03-45a3-8983-d31fc4378a4f	\N	\N
11	2026-11-30 02:11:17.769179+00	update	{}	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	de schimmel in de slaapkamers weghalen		1	2026-10-26	\N		2026-11-16	f	loopt	0	\N	\N		1	\N	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	2236141c-cb9e-4e2b-9317-a283ada8a927	\N	e01c4f72-6d03-45a3-8983-d31fc4378a4f	\N	\N
12	2026-11-30 02:11:17.769179+00	update	{}	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	9dfef622-2876-44a0-884e-f25d0f0a6e80	elke zondag samen de week doornemen	elke week	2	2026-10-26	\N		2026-12-20	f	loopt	0	\N	\N		1	\N	9dfef622-2876-44a0-884e-f25d0f0a6e80	7c965d19-0375-4911-aa90-c075d3ca3983	\N	e01c4f72-6d03-45a3-8983-d31fc4378a4f	\N	\N
13	2026-11-30 02:11:18.314672+00	update	{}	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	a35947ee-ef5d-4d24-b658-028153400583	zwemles regelen op een vaste dag		1	2026-10-22	\N		2026-11-30	f	gedaan	0	2026-11-04	2026-11-04 09:00:00+00		2	\N	a35947ee-ef5d-4d24-b658-028153400583	a91a3aad-d3f9-43a9-811c-b9c7665e5a46	5da663da-b0ec-4792-81aa-873c6882c05d	a0fe6664-d441-4b5a-9da0-880c07f6b551	\N	\N
14	2026-11-30 02:11:18.666974+00	insert	{}	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	6dab368f-06b5-4c66-9605-49f1e5496a5d	Ilyas laten testen op lezen		1	2026-11-05	\N		2026-11-29	f	voorstel	0	\N	\N		1	\N	6dab368f-06b5-4c66-9605-49f1e5496a5d	\N	\N	eafa0c6b-87bd-44c4-a2e0-5c08e893b884	\N	\N
15	2026-11-30 02:11:18.686951+00	insert	{}	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	059c5447-ba3d-4bb6-82f8-7453e9202e25	elke zondag samen de week doornemen	elke week	2	2026-11-05	\N		2026-12-20	f	voorstel	0	\N	\N		1	\N	059c5447-ba3d-4bb6-82f8-7453e9202e25	\N	\N	eafa0c6b-87bd-44c4-a2e0-5c08e893b884	\N	\N
16	2026-11-30 02:11:18.71018+00	update	{}	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	6dab368f-06b5-4c66-9605-49f1e5496a5d	Ilyas laten testen op lezen		1	2026-11-05	\N		2026-11-29	f	loopt	0	\N	\N		1	\N	6dab368f-06b5-4c66-9605-49f1e5496a5d	02326973-a7d4-4115-a138-c223de5e4562	\N	eafa0c6b-87bd-44c4-a2e0-5c08e893b884	\N	\N
17	2026-11-30 02:11:18.71018+00	update	{}	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	059c5447-ba3d-4bb6-82f8-7453e9202e25	elke zondag samen de week doornemen	elke week	2	2026-11-05	\N		2026-12-20	f	loopt	0	\N	\N		1	\N	059c5447-ba3d-4bb6-82f8-7453e9202e25	90fb4952-4fac-4abc-bca6-a4ce2b1bb39c	\N	eafa0c6b-87bd-44c4-a2e0-5c08e893b884	\N	\N
18	2026-11-30 02:11:19.15042+00	update	{}	{04741d28-e823-41d3-bd7d-3b178716235c}	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	een behandelplek voor Sem regelen		1	2026-10-23	\N		2026-11-07	f	gevraagd	0	\N	\N		1	\N	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	5fc6f4e8-2448-405f-beee-f87d94a3e345	\N	d2fb4fe4-1cd1-425d-9891-e291579ce72c	\N	\N
19	2026-11-30 02:11:19.691805+00	update	{}	{04741d28-e823-41d3-bd7d-3b178716235c}	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	een behandelplek voor Sem regelen		1	2026-10-23	\N		2026-11-07	f	niet_gedaan	0	\N	\N		1	\N	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	5fc6f4e8-2448-405f-beee-f87d94a3e345	\N	d2fb4fe4-1cd1-425d-9891-e291579ce72c	\N	\N
20	2026-11-30 02:11:19.890218+00	insert	{verslaving}	{4f61b840-101d-48af-bd96-e2c05cddf3da}	a5ce7d51-17ee-43cc-9a24-5009273d7c33	naar de afspraak in de kliniek gaan	elke week	1	2026-11-12	\N		2026-12-07	f	voorstel	0	\N	\N		1	\N	a5ce7d51-17ee-43cc-9a24-5009273d7c33	\N	\N	ea64391c-af20-4e8e-858d-0b4916837ba8	\N	\N
21	2026-11-30 02:11:19.905435+00	insert	{verslaving}	{4f61b840-101d-48af-bd96-e2c05cddf3da}	5cf26dd3-e1fe-40b1-b695-432c6ce68d9b	de kliniek bellen voor een vaste dag		2	2026-11-12	\N		2026-12-01	f	voorstel	0	\N	\N		1	\N	5cf26dd3-e1fe-40b1-b695-432c6ce68d9b	\N	\N	ea64391c-af20-4e8e-858d-0b4916837ba8	\N	\N
22	2026-11-30 02:11:19.918041+00	insert	{onderwijs}	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	07dc32ab-ab8d-4ee6-a986-28dd51442783	Sanne op woensdag naar school brengen	elke woensdag	1	2026-11-12	\N		2026-12-02	f	voorstel	0	\N	\N		1	\N	07dc32ab-ab8d-4ee6-a986-28dd51442783	\N	\N	c0347969-685b-4e30-b73e-54c6dac5c10b	\N	\N
23	2026-11-30 02:11:19.935255+00	insert	{onderwijs}	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	3dad23f9-8d6a-4bdf-8c41-a9212a64d013	bellen als Sanne er niet is	elke dag	2	2026-11-12	\N		2026-12-05	f	voorstel	0	\N	\N		1	\N	3dad23f9-8d6a-4bdf-8c41-a9212a64d013	\N	\N	c0347969-685b-4e30-b73e-54c6dac5c10b	\N	\N
24	2026-11-30 02:11:19.954347+00	insert	{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	ba33d281-5060-46c1-bb02-498ead106d73	op huisbezoek komen	elke twee weken	1	2026-11-12	\N		2026-12-04	f	voorstel	0	\N	\N		1	\N	ba33d281-5060-46c1-bb02-498ead106d73	\N	\N	0fb767b7-28e4-48f4-a1e7-507e6818fd8a	\N	\N
25	2026-11-30 02:11:19.971609+00	insert	{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	f8dd6e5d-bb1c-491c-abc9-402ad48c94ec	regelen dat de wasmachine wordt gemaakt		2	2026-11-12	\N		2026-11-25	f	voorstel	0	\N	\N		1	\N	f8dd6e5d-bb1c-491c-abc9-402ad48c94ec	\N	\N	0fb767b7-28e4-48f4-a1e7-507e6818fd8a	\N	\N
26	2026-11-30 02:11:19.988141+00	insert	{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	26515da6-b429-4d5b-b82d-bdb9cc23c1f8	na schooltijd even vragen hoe het gaat	elke week	3	2026-11-12	\N		2026-12-06	f	voorstel	0	\N	\N		1	\N	26515da6-b429-4d5b-b82d-bdb9cc23c1f8	\N	\N	0fb767b7-28e4-48f4-a1e7-507e6818fd8a	\N	\N
27	2026-11-30 02:11:20.010335+00	update	{verslaving}	{4f61b840-101d-48af-bd96-e2c05cddf3da}	a5ce7d51-17ee-43cc-9a24-5009273d7c33	naar de afspraak in de kliniek gaan	elke week	1	2026-11-12	\N		2026-12-07	f	loopt	0	\N	\N		1	\N	a5ce7d51-17ee-43cc-9a24-5009273d7c33	25173c8e-10f9-41eb-acc4-7814724601cd	\N	ea64391c-af20-4e8e-858d-0b4916837ba8	\N	\N
28	2026-11-30 02:11:20.010335+00	update	{verslaving}	{4f61b840-101d-48af-bd96-e2c05cddf3da}	5cf26dd3-e1fe-40b1-b695-432c6ce68d9b	de kliniek bellen voor een vaste dag		2	2026-11-12	\N		2026-12-01	f	loopt	0	\N	\N		1	\N	5cf26dd3-e1fe-40b1-b695-432c6ce68d9b	723e7014-8897-44d5-9ef8-a7434170488d	\N	ea64391c-af20-4e8e-858d-0b4916837ba8	\N	\N
29	2026-11-30 02:11:20.010335+00	update	{onderwijs}	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	07dc32ab-ab8d-4ee6-a986-28dd51442783	Sanne op woensdag naar school brengen	elke woensdag	1	2026-11-12	\N		2026-12-02	f	loopt	0	\N	\N		1	\N	07dc32ab-ab8d-4ee6-a986-28dd51442783	4b67238a-f484-4300-89b5-860b9838ec25	\N	c0347969-685b-4e30-b73e-54c6dac5c10b	\N	\N
30	2026-11-30 02:11:20.010335+00	update	{onderwijs}	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	3dad23f9-8d6a-4bdf-8c41-a9212a64d013	bellen als Sanne er niet is	elke dag	2	2026-11-12	\N		2026-12-05	f	loopt	0	\N	\N		1	\N	3dad23f9-8d6a-4bdf-8c41-a9212a64d013	c47b6598-de65-43e3-a933-3178b0fbddd9	\N	c0347969-685b-4e30-b73e-54c6dac5c10b	\N	\N
31	2026-11-30 02:11:20.010335+00	update	{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	ba33d281-5060-46c1-bb02-498ead106d73	op huisbezoek komen	elke twee weken	1	2026-11-12	\N		2026-12-04	f	loopt	0	\N	\N		1	\N	ba33d281-5060-46c1-bb02-498ead106d73	bfba8c41-c3b3-4ff0-824f-ae0eb0a6a7c4	\N	0fb767b7-28e4-48f4-a1e7-507e6818fd8a	\N	\N
32	2026-11-30 02:11:20.010335+00	update	{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	f8dd6e5d-bb1c-491c-abc9-402ad48c94ec	regelen dat de wasmachine wordt gemaakt		2	2026-11-12	\N		2026-11-25	f	loopt	0	\N	\N		1	\N	f8dd6e5d-bb1c-491c-abc9-402ad48c94ec	2db236de-aa9f-4ff3-bfcd-b5f90e6b57c2	\N	0fb767b7-28e4-48f4-a1e7-507e6818fd8a	\N	\N
33	2026-11-30 02:11:20.010335+00	update	{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	26515da6-b429-4d5b-b82d-bdb9cc23c1f8	na schooltijd even vragen hoe het gaat	elke week	3	2026-11-12	\N		2026-12-06	f	loopt	0	\N	\N		1	\N	26515da6-b429-4d5b-b82d-bdb9cc23c1f8	ac3525db-ad9e-4d89-a262-466902bdf432	\N	0fb767b7-28e4-48f4-a1e7-507e6818fd8a	\N	\N
34	2026-11-30 02:11:20.574535+00	update	{}	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	de schimmel in de slaapkamers weghalen		1	2026-10-26	\N		2026-11-16	f	gevraagd	0	\N	\N		1	\N	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	2236141c-cb9e-4e2b-9317-a283ada8a927	\N	e01c4f72-6d03-45a3-8983-d31fc4378a4f	\N	\N
35	2026-11-30 02:11:20.833302+00	update	{}	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	de schimmel in de slaapkamers weghalen		1	2026-10-26	\N		2026-11-16	f	niet_gedaan	0	\N	\N		1	\N	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	2236141c-cb9e-4e2b-9317-a283ada8a927	\N	e01c4f72-6d03-45a3-8983-d31fc4378a4f	\N	\N
36	2026-11-30 02:11:20.961763+00	update	{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	f8dd6e5d-bb1c-491c-abc9-402ad48c94ec	regelen dat de wasmachine wordt gemaakt		2	2026-11-12	\N		2026-11-25	f	gedaan	0	2026-11-22	2026-11-22 09:00:00+00		2	\N	f8dd6e5d-bb1c-491c-abc9-402ad48c94ec	2db236de-aa9f-4ff3-bfcd-b5f90e6b57c2	4bcee1cf-2096-4f43-8b69-e6368536d47a	0fb767b7-28e4-48f4-a1e7-507e6818fd8a	\N	\N
37	2026-11-30 02:11:21.240523+00	update	{}	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	3165748c-a312-4e5d-8623-3f9f5ed87ce5	elke zondag samen de week doornemen	elke week	2	2026-10-22	\N		2026-12-20	f	vervallen	0	\N	\N		2	\N	3165748c-a312-4e5d-8623-3f9f5ed87ce5	8f960400-ec4a-441e-af27-bf8fd24f91b2	\N	a0fe6664-d441-4b5a-9da0-880c07f6b551	\N	\N
38	2026-11-30 02:11:21.747788+00	update	{}	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	6dab368f-06b5-4c66-9605-49f1e5496a5d	Ilyas laten testen op lezen		1	2026-11-05	\N		2026-11-29	f	gevraagd	0	\N	\N		1	\N	6dab368f-06b5-4c66-9605-49f1e5496a5d	02326973-a7d4-4115-a138-c223de5e4562	\N	eafa0c6b-87bd-44c4-a2e0-5c08e893b884	\N	\N
\.
COPY gezinsplan_doel (leefgebieden, over_wie, id, tekst, volgorde, gesteld_door, waarom, gevolg, staat, bereikt_op, viering, versie, hoofddoel_id, plan_id) FROM stdin;
{}	{04741d28-e823-41d3-bd7d-3b178716235c}	d2fb4fe4-1cd1-425d-9891-e291579ce72c	Sem slaapt weer in zijn eigen bed	1				loopt	\N		1	\N	4388215d-3d29-4972-a69e-b4514a613340
{}	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	e01c4f72-6d03-45a3-8983-d31fc4378a4f	We wonen in een huis zonder schimmel	1				loopt	\N		1	\N	788d0785-e415-4ff0-b127-67ad118ed450
{}	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	eafa0c6b-87bd-44c4-a2e0-5c08e893b884	Ilyas kan goed meekomen in de klas	1				loopt	\N		1	\N	089761b8-a319-4b6b-bba1-d6126d497b40
{}	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	a0fe6664-d441-4b5a-9da0-880c07f6b551	Levi zwemt mee met zijn klas	1				bereikt	2026-11-24	taart op het schoolplein	2	\N	7dc5bc4f-111b-40fb-8c28-0392cb91cc05
{onderwijs}	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	c0347969-685b-4e30-b73e-54c6dac5c10b	Sanne gaat elke dag naar school	2	Noor Bakker	op school gaat het goed met Sanne	dan praten we samen over wat Sanne nu nodig heeft	loopt	\N		1	18ce39a1-ec73-4251-9748-8ef40f5a1386	2d112660-d59d-4125-a6ce-3b6d5136c690
{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	0fb767b7-28e4-48f4-a1e7-507e6818fd8a	We houden samen in de gaten hoe het gaat	3	Noor Bakker	dan hoeft niemand het alleen te doen	dan praten we samen over wat Sanne nu nodig heeft	loopt	\N		1	18ce39a1-ec73-4251-9748-8ef40f5a1386	2d112660-d59d-4125-a6ce-3b6d5136c690
{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	18ce39a1-ec73-4251-9748-8ef40f5a1386	Sanne blijft bij moeder wonen	1				loopt	\N		1	\N	2d112660-d59d-4125-a6ce-3b6d5136c690
{verslaving}	{4f61b840-101d-48af-bd96-e2c05cddf3da}	ea64391c-af20-4e8e-858d-0b4916837ba8	Mama krijgt hulp om niet te drinken	1	Noor Bakker	dan is mama er voor Sanne	dan praten we samen over wat Sanne nu nodig heeft	loopt	\N		1	18ce39a1-ec73-4251-9748-8ef40f5a1386	2d112660-d59d-4125-a6ce-3b6d5136c690
\.
COPY gezinsplan_doelevent (pgh_id, pgh_created_at, pgh_label, leefgebieden, over_wie, id, tekst, volgorde, gesteld_door, waarom, gevolg, staat, bereikt_op, viering, versie, hoofddoel_id, pgh_context_id, pgh_obj_id, plan_id) FROM stdin;
1	2026-11-30 02:11:16.436374+00	insert	{}	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	a0fe6664-d441-4b5a-9da0-880c07f6b551	Levi zwemt mee met zijn klas	1				loopt	\N		1	\N	\N	a0fe6664-d441-4b5a-9da0-880c07f6b551	7dc5bc4f-111b-40fb-8c28-0392cb91cc05
2	2026-11-30 02:11:17.333343+00	insert	{}	{04741d28-e823-41d3-bd7d-3b178716235c}	d2fb4fe4-1cd1-425d-9891-e291579ce72c	Sem slaapt weer in zijn eigen bed	1				loopt	\N		1	\N	\N	d2fb4fe4-1cd1-425d-9891-e291579ce72c	4388215d-3d29-4972-a69e-b4514a613340
3	2026-11-30 02:11:17.719477+00	insert	{}	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	e01c4f72-6d03-45a3-8983-d31fc4378a4f	We wonen in een huis zonder schimmel	1				loopt	\N		1	\N	\N	e01c4f72-6d03-45a3-8983-d31fc4378a4f	788d0785-e415-4ff0-b127-67ad118ed450
4	2026-11-30 02:11:18.652762+00	insert	{}	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	eafa0c6b-87bd-44c4-a2e0-5c08e893b884	Ilyas kan goed meekomen in de klas	1				loopt	\N		1	\N	\N	eafa0c6b-87bd-44c4-a2e0-5c08e893b884	089761b8-a319-4b6b-bba1-d6126d497b40
5	2026-11-30 02:11:19.841098+00	insert	{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	18ce39a1-ec73-4251-9748-8ef40f5a1386	Sanne blijft bij moeder wonen	1				loopt	\N		1	\N	\N	18ce39a1-ec73-4251-9748-8ef40f5a1386	2d112660-d59d-4125-a6ce-3b6d5136c690
6	2026-11-30 02:11:19.852413+00	insert	{verslaving}	{4f61b840-101d-48af-bd96-e2c05cddf3da}	ea64391c-af20-4e8e-858d-0b4916837ba8	Mama krijgt hulp om niet te drinken	1	Noor Bakker	dan is mama er voor Sanne	dan praten we samen over wat Sanne nu nodig heeft	loopt	\N		1	18ce39a1-ec73-4251-9748-8ef40f5a1386	\N	ea64391c-af20-4e8e-858d-0b4916837ba8	2d112660-d59d-4125-a6ce-3b6d5136c690
7	2026-11-30 02:11:19.865596+00	insert	{onderwijs}	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	c0347969-685b-4e30-b73e-54c6dac5c10b	Sanne gaat elke dag naar school	2	Noor Bakker	op school gaat het goed met Sanne	dan praten we samen over wat Sanne nu nodig heeft	loopt	\N		1	18ce39a1-ec73-4251-9748-8ef40f5a1386	\N	c0347969-685b-4e30-b73e-54c6dac5c10b	2d112660-d59d-4125-a6ce-3b6d5136c690
8	2026-11-30 02:11:19.878597+00	insert	{opvoeding}	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	0fb767b7-28e4-48f4-a1e7-507e6818fd8a	We houden samen in de gaten hoe het gaat	3	Noor Bakker	dan hoeft niemand het alleen te doen	dan praten we samen over wat Sanne nu nodig heeft	loopt	\N		1	18ce39a1-ec73-4251-9748-8ef40f5a1386	\N	0fb767b7-28e4-48f4-a1e7-507e6818fd8a	2d112660-d59d-4125-a6ce-3b6d5136c690
9	2026-11-30 02:11:21.240523+00	update	{}	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	a0fe6664-d441-4b5a-9da0-880c07f6b551	Levi zwemt mee met zijn klas	1				bereikt	2026-11-24	taart op het schoolplein	2	\N	\N	a0fe6664-d441-4b5a-9da0-880c07f6b551	7dc5bc4f-111b-40fb-8c28-0392cb91cc05
\.
COPY gezinsplan_evaluatie (id, volgens_afspraak, bereikt, waarom, vervolg, op, doel_id, door_id, namens_id) FROM stdin;
4a93f7f9-e444-47e7-994d-0b7bebd5ccb6	t	t			2026-11-24 09:00:00+00	a0fe6664-d441-4b5a-9da0-880c07f6b551	1129782a-0f8c-43c8-9984-d923cff39d04	\N
\.
COPY gezinsplan_gezinsplan (id, staat, afstemming, geactiveerd_op, afgerond_op, versie, gezin_id) FROM stdin;
089761b8-a319-4b6b-bba1-d6126d497b40	actief		2026-11-05 09:00:00+00	\N	2	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6
2d112660-d59d-4125-a6ce-3b6d5136c690	actief		2026-11-12 09:00:00+00	\N	2	defe9132-e90a-455a-bb53-0b394709820a
4388215d-3d29-4972-a69e-b4514a613340	actief		2026-10-23 08:00:00+00	\N	2	a120065d-a865-4362-be4f-07abd844cc56
788d0785-e415-4ff0-b127-67ad118ed450	actief		2026-10-26 09:00:00+00	\N	2	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2
7dc5bc4f-111b-40fb-8c28-0392cb91cc05	actief		2026-10-22 08:00:00+00	\N	2	4083235d-517f-4a6d-ad03-b08625d4ac4f
\.
COPY gezinsplan_gezinsplanevent (pgh_id, pgh_created_at, pgh_label, id, staat, afstemming, geactiveerd_op, afgerond_op, versie, gezin_id, pgh_context_id, pgh_obj_id) FROM stdin;
1	2026-11-30 02:11:16.049232+00	insert	7dc5bc4f-111b-40fb-8c28-0392cb91cc05	concept		\N	\N	1	4083235d-517f-4a6d-ad03-b08625d4ac4f	\N	7dc5bc4f-111b-40fb-8c28-0392cb91cc05
2	2026-11-30 02:11:16.484709+00	update	7dc5bc4f-111b-40fb-8c28-0392cb91cc05	actief		2026-10-22 08:00:00+00	\N	2	4083235d-517f-4a6d-ad03-b08625d4ac4f	\N	7dc5bc4f-111b-40fb-8c28-0392cb91cc05
3	2026-11-30 02:11:17.090037+00	insert	4388215d-3d29-4972-a69e-b4514a613340	concept		\N	\N	1	a120065d-a865-4362-be4f-07abd844cc56	\N	4388215d-3d29-4972-a69e-b4514a613340
4	2026-11-30 02:11:17.372838+00	update	4388215d-3d29-4972-a69e-b4514a613340	actief		2026-10-23 08:00:00+00	\N	2	a120065d-a865-4362-be4f-07abd844cc56	\N	4388215d-3d29-4972-a69e-b4514a613340
5	2026-11-30 02:11:17.47913+00	insert	788d0785-e415-4ff0-b127-67ad118ed450	concept		\N	\N	1	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	\N	788d0785-e415-4ff0-b127-67ad118ed450
6	2026-11-30 02:11:17.769179+00	update	788d0785-e415-4ff0-b127-67ad118ed450	actief		2026-10-26 09:00:00+00	\N	2	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	\N	788d0785-e415-4ff0-b127-67ad118ed450
7	2026-11-30 02:11:18.410505+00	insert	089761b8-a319-4b6b-bba1-d6126d497b40	concept		\N	\N	1	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	\N	089761b8-a319-4b6b-bba1-d6126d497b40
8	2026-11-30 02:11:18.71018+00	update	089761b8-a319-4b6b-bba1-d6126d497b40	actief		2026-11-05 09:00:00+00	\N	2	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	\N	089761b8-a319-4b6b-bba1-d6126d497b40
9	2026-11-30 02:11:19.246435+00	insert	2d112660-d59d-4125-a6ce-3b6d5136c690	concept		\N	\N	1	defe9132-e90a-455a-bb53-0b394709820a	\N	2d112660-d59d-4125-a6ce-3b6d5136c690
10	2026-11-30 02:11:20.010335+00	update	2d112660-d59d-4125-a6ce-3b6d5136c690	actief		2026-11-12 09:00:00+00	\N	2	defe9132-e90a-455a-bb53-0b394709820a	\N	2d112660-d59d-4125-a6ce-3b6d5136c690
\.
COPY gezinsplan_navraag (id, staat, gesteld_op, antwoord, toelichting, gebeurd_op, nieuwe_dag, beantwoord_op, afspraak_id, akkoord_door_id, beantwoord_door_id, termijn_id, beantwoord_door_deelnemer_id, beantwoord_namens_id) FROM stdin;
33988bc6-a880-4a18-b00b-dce32ab0041c	verlopen	2026-11-16 22:59:59+00			\N	\N	\N	8786aa21-68f2-43ab-bfa9-1dd27fa95c94	\N	\N	3b863415-8e58-4f70-833e-ccc88175b478	\N	\N
423451db-4deb-4870-9caa-7b8b7db5b4be	open	2026-11-29 22:59:59+00			\N	\N	\N	6dab368f-06b5-4c66-9605-49f1e5496a5d	\N	\N	7d9ef56d-54d5-4f0b-8f1b-4ff283a2bc15	\N	\N
8b7ff284-d9c1-45c7-abde-2596f96739b8	verlopen	2026-11-07 22:59:59+00			\N	\N	\N	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d	\N	\N	61ded2e4-3cad-4ddb-813c-4307cdc7709e	\N	\N
\.
COPY instanties_functie (id, rol, titel, beeindigd_op, gebruiker_id, leidinggevende_id, gemeente_id, instelling_id) FROM stdin;
00afe3b3-4cd6-4f6e-b323-e675c80ec298	gemeenteambtenaar	ambtenaar jeugd	\N	c71529bf-1c7e-4cad-8529-a422f28d07f2	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N
00c2e29a-4d8a-4b63-b601-f0aa9ee716e8	manager	manager	\N	ce7c093b-1a63-440f-bd6e-19e7387a0490	\N	\N	2a752492-62e9-40aa-ad74-5e07c1f06801
06410fca-a918-44c8-80f1-542736d6802b	gemeenteambtenaar	ambtenaar jeugd	\N	b074a7aa-d2a1-4e3c-aa4e-3b55f3cfed8e	\N	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	\N
11178598-de0d-4ce1-baef-b6c6d721ed5f	hulpverlener	zorgcoördinator school	\N	a5e6707d-7486-49f3-a1e3-23b07035e4ca	\N	\N	7bfa7757-2b9e-4375-ac27-31a1f60e5f34
29ca0818-8e0b-421b-8976-6ed8491bf42f	hulpverlener	maatschappelijk werker	\N	1129782a-0f8c-43c8-9984-d923cff39d04	97296701-92d9-4002-a87e-cd6b6b27fd9a	\N	7067b83e-6357-41e5-93c3-bd80ad53521a
2b8e0df1-3354-441f-b854-b9bd5dd618aa	meldpunt	adviseur	\N	0d1782b4-27ea-4a46-8004-15c4a5acc15b	\N	\N	d2285fea-921b-4e6c-84a3-eb900c7c574b
2de74217-5c0f-406c-be2d-19d9d7810b3a	beheerder	functioneel beheerder	\N	287c8451-7542-4825-a5d9-4e4833368c24	\N	\N	\N
35def9bf-286d-49c4-a0bc-9d98b5f3e525	privacy_officer	privacy officer	\N	de6d7b85-8497-40b4-a2da-0ae6940574bf	\N	\N	\N
36b86b1c-3130-4ff9-bf69-77f2aba5c97a	hulpverlener	maatschappelijk werker	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	97296701-92d9-4002-a87e-cd6b6b27fd9a	\N	7067b83e-6357-41e5-93c3-bd80ad53521a
6791b7d3-2f52-40be-9719-30f3b0a530ec	hulpverlener	gezinscoach	\N	b428be33-4292-4f7e-8f07-044f78b43750	\N	\N	2a752492-62e9-40aa-ad74-5e07c1f06801
6e32f70d-5408-44b9-9e4f-006382cdae02	manager	manager	\N	5a9b9c65-e0ed-4989-911f-545c4d76abb2	\N	\N	d03cdf19-7a51-4471-be50-589c1067fe93
7811f2b2-c95b-4145-a694-57326e841dc6	manager	manager	\N	6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5	\N	\N	7067b83e-6357-41e5-93c3-bd80ad53521a
876d8054-79c4-44dc-acb8-ee8ac845a474	manager	manager wonen	\N	edb57122-2e76-475d-8666-c4ef420865b2	\N	\N	43bf67fd-0721-4243-ab5f-d4db9d1a55eb
b5659216-26db-4bcc-9fc5-f492bf01f058	manager	teamleider	\N	ed166932-2560-4b48-8207-2e26ab30035c	\N	\N	7bfa7757-2b9e-4375-ac27-31a1f60e5f34
ca5fceb0-994a-43f6-9a0d-34d2bfff1bb5	manager	directeur	\N	9cf59ba6-c3dc-4bb8-b99a-42bf6814a453	\N	\N	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5
d617c830-99ca-41d7-9c11-8643048f2c48	hulpverlener	mentor	\N	5da663da-b0ec-4792-81aa-873c6882c05d	\N	\N	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5
e0700f92-c5b8-48ba-b0f6-1404ff8be7d7	bestuurder	bestuurder	\N	f4ca5070-7989-4df6-a502-f469e06b75eb	\N	\N	7067b83e-6357-41e5-93c3-bd80ad53521a
f225d59c-b1a5-4316-a373-6889e493d20f	hulpverlener	behandelaar	\N	623eb5d4-b35e-46bd-ade1-2a5541ee0e18	\N	\N	d03cdf19-7a51-4471-be50-589c1067fe93
f843c683-46a5-4c25-b8ec-7dc629364bf7	hulpverlener	woonconsulent	\N	6e8c09b6-00e4-46b8-a090-770ab6a04a0d	\N	\N	43bf67fd-0721-4243-ab5f-d4db9d1a55eb
fd01efb0-9289-4b49-a65a-f3c54432f6b9	leidinggevende	teamleider	\N	97296701-92d9-4002-a87e-cd6b6b27fd9a	\N	\N	7067b83e-6357-41e5-93c3-bd80ad53521a
\.
COPY instanties_gebruiker (password, last_login, is_superuser, id, inlognaam, naam, email, telefoon, mobiel, werkdagen, is_professional, wil_mail, is_active, gemaakt_op, mail_om, mail_wijze, opgeleid_op, opgeleid_voorzitten_op) FROM stdin;
!2yaxGjt4hppCHYkEKotYFYmmAfXewIDw2j30jSlu	\N	f	de6d7b85-8497-40b4-a2da-0ae6940574bf	derya.aksoy	Derya Aksoy	derya.aksoy@voorbeeld.example	06-00000161		{1,2,4}	t	t	t	2026-11-30 02:11:16.025308+00	\N		\N	\N
!4Xq3XaTxXHtNDuurm9sxjHeN20ZDKLJ9Q7IEumXi	\N	f	a5e6707d-7486-49f3-a1e3-23b07035e4ca	iris.blom	Iris Blom	iris.blom@voorbeeld.example	06-00000111		{2,3,4}	t	t	t	2026-11-30 02:11:15.78429+00	\N		\N	\N
!9a2shCaHNftxZxlYJvkZVM8poMneHKIMT3rfr8tx	\N	f	ed166932-2560-4b48-8207-2e26ab30035c	wim.mulder	Wim Mulder	wim.mulder@voorbeeld.example	06-00000112		{1,2,3,4}	t	t	t	2026-11-30 02:11:15.806102+00	\N		\N	\N
!ARc0K9x7OC6EZ4Pc0ASVzFz0X7MQVg8nZ4bkEKe7	\N	f	ce7c093b-1a63-440f-bd6e-19e7387a0490	pieter.de.graaf	Pieter de Graaf	pieter.de.graaf@voorbeeld.example	06-00000106		{1,2,3,4}	t	t	t	2026-11-30 02:11:15.658769+00	\N		\N	\N
!BjH18A8AZ4npgEmqYWzn3SM6TLRkpoTNNB63xESb	\N	f	6e8c09b6-00e4-46b8-a090-770ab6a04a0d	dirk.hof	Dirk Hof	dirk.hof@voorbeeld.example	06-00000113		{1,2,3,4,5}	t	t	t	2026-11-30 02:11:15.826313+00	\N		\N	\N
!IiDdzEMHYOAWbCxpTgMvwpIH99S5fySBqnr5j1Yk	\N	f	287c8451-7542-4825-a5d9-4e4833368c24	ilse.kuiper	Ilse Kuiper	ilse.kuiper@voorbeeld.example	06-00000160		{1,2,3,4}	t	t	t	2026-11-30 02:11:15.999645+00	\N		\N	\N
!JlMqwYgvWdy7i29A7E9q5mIvZmtHlc5HoI1DL5UV	\N	f	edb57122-2e76-475d-8666-c4ef420865b2	lotte.de.jong	Lotte de Jong	lotte.de.jong@voorbeeld.example	06-00000114		{1,2,3,4}	t	t	t	2026-11-30 02:11:15.856713+00	\N		\N	\N
!JzQb01C8k6XRNtkn2WAsA4zZzuWzSCnCRwRCUCjq	\N	f	623eb5d4-b35e-46bd-ade1-2a5541ee0e18	tobe.okafor	Tobe Okafor	tobe.okafor@voorbeeld.example	06-00000107		{1,2,3}	t	t	t	2026-11-30 02:11:15.685881+00	\N		\N	\N
!P3UmzOLkec4xtYg6ZyvP2d3zXYpZ8ONNhMYuR9x2	\N	f	4bcee1cf-2096-4f43-8b69-e6368536d47a	noor.bakker	Noor Bakker	noor.bakker@voorbeeld.example	06-00000101		{1,2,4}	t	t	t	2026-11-30 02:11:15.503474+00	\N		2024-03-12	2025-02-04
!QPc4tDNWGrkwXAZ8YtUYvFY9UGC0L9KiZ6cnw0pN	\N	f	6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5	michiel.smit	Michiel Smit	michiel.smit@voorbeeld.example	06-00000103		{1,2,3,4,5}	t	t	t	2026-11-30 02:11:15.560521+00	\N		\N	\N
!Qlmg4c20mFpeaELVerfqEwPCHeN6B7Lh9FBFerA4	\N	f	903e0639-8ea9-4598-a27a-ef0dba95a6f4	joyce.kok	Joyce Kok	joyce.kok@voorbeeld.example			{}	f	t	t	2026-11-30 02:11:16.229552+00	\N		\N	\N
!TdPfmW6PQIGt4XZO00IJixICayCsMfeqFsHHFuJb	\N	f	97296701-92d9-4002-a87e-cd6b6b27fd9a	rosa.vos	Rosa Vos	rosa.vos@voorbeeld.example	06-00000100		{1,2,3,4}	t	t	t	2026-11-30 02:11:15.475752+00	\N		2024-03-12	2024-10-08
!WQMuf8NyKg5gzohqlKKs4dyEZzf6RNyTKsws9iV2	\N	f	b428be33-4292-4f7e-8f07-044f78b43750	eva.van.rijn	Eva van Rijn	eva.van.rijn@voorbeeld.example	06-00000105		{1,3,5}	t	t	t	2026-11-30 02:11:15.615639+00	\N		2025-09-16	\N
!YJFq8cYVy7mqPPpRv5mq23fnFv7kTJg8NfJP71Z7	\N	f	5da663da-b0ec-4792-81aa-873c6882c05d	jasper.willems	Jasper Willems	jasper.willems@voorbeeld.example	06-00000109		{1,2,3,4}	t	t	t	2026-11-30 02:11:15.732239+00	\N		2026-01-20	\N
!bC6takdVKvc1pXTnzJnUV4U8AVWW6VUsLmdHvMU7	\N	f	524d81f4-0988-4182-b630-a8a32989be82	mark.jonker	Mark Jonker	mark.jonker@voorbeeld.example			{}	f	t	t	2026-11-30 02:11:19.410168+00	\N		\N	\N
!bUJrmaPB4e50LIxD8w58NeUDUByz4Y33oy9cHuUW	\N	f	c60ef21e-af19-4ea1-bf1e-ef82545b4b2e	samira.ait	Samira Ait	samira.ait@voorbeeld.example			{}	f	t	t	2026-11-30 02:11:18.491484+00	\N		\N	\N
!crDmrLKmdcRWb7biB5IcJ4mj2Qpk0hVJ71U2ETmR	\N	f	1129782a-0f8c-43c8-9984-d923cff39d04	selin.yilmaz	Selin Yilmaz	selin.yilmaz@voorbeeld.example	06-00000102		{2,3,4,5}	t	t	t	2026-11-30 02:11:15.531917+00	\N		2025-09-16	\N
!dDCNUZ9LS7eumuwOguGkWaSUtYRk9zjnpgXTSrZy	\N	f	5a9b9c65-e0ed-4989-911f-545c4d76abb2	anne.pieters	Anne Pieters	anne.pieters@voorbeeld.example	06-00000108		{1,2,4,5}	t	t	t	2026-11-30 02:11:15.707794+00	\N		\N	\N
!fyqaIYyLbpJ87FKOHZFDPwfPaRvt2pj91mDtujXN	\N	f	8ff84c53-f594-4618-8fdf-973d17ef43e5	petra.de.wit	Petra de Wit	petra.de.wit@voorbeeld.example			{}	f	t	t	2026-11-30 02:11:19.358158+00	\N		\N	\N
!gmtjD6XsBqhomBc8oWfyOQGqkn344Bp2PbGfLBFX	\N	f	0d1782b4-27ea-4a46-8004-15c4a5acc15b	ruud.bos	Ruud Bos	ruud.bos@voorbeeld.example	06-00000115		{1,2,3,4,5}	t	t	t	2026-11-30 02:11:15.890094+00	\N		\N	\N
!hBqZouAfZyzX4TDdEByksriSuoizQCsW5olDiV6w	\N	f	a7360cad-ee52-4300-9329-f7063ad4ca34	daan.de.wit	Daan de Wit	daan.de.wit@voorbeeld.example			{}	f	t	t	2026-11-30 02:11:19.463053+00	\N		\N	\N
!iSQZKPo3h5FNxyYYkqJ4do950Rs5wppDDrtYju0t	\N	f	9cf59ba6-c3dc-4bb8-b99a-42bf6814a453	karin.jansen	Karin Jansen	karin.jansen@voorbeeld.example	06-00000110		{1,2,3,4,5}	t	t	t	2026-11-30 02:11:15.760824+00	\N		\N	\N
!oHHOOBUPAetuc25QBmOTKSN9yTPFB0lL1P6pW22p	\N	f	c71529bf-1c7e-4cad-8529-a422f28d07f2	leo.haddad	Leo Haddad	leo.haddad@voorbeeld.example	06-00000147		{1,2,4,5}	t	t	t	2026-11-30 02:11:15.958526+00	\N		\N	\N
!qbINTXRt6qYj7gqAzaXtPL2palYxNWyFSKQ25cEF	\N	f	f4ca5070-7989-4df6-a502-f469e06b75eb	hanna.van.dam	Hanna van Dam	hanna.van.dam@voorbeeld.example	06-00000104		{1,2,3,4}	t	t	t	2026-11-30 02:11:15.588197+00	\N		\N	\N
!sLCbJl9sIoaBH9GWx1vVehwamUFiQFv4oQY6eT9t	\N	f	b074a7aa-d2a1-4e3c-aa4e-3b55f3cfed8e	fatima.de.boer	Fatima de Boer	fatima.de.boer@voorbeeld.example	06-00000146		{1,2,4,5}	t	t	t	2026-11-30 02:11:15.93146+00	\N		\N	\N
!w19oqgguOTym1Rh8Ely7ms8vfkv9sLFxmuYFYxfQ	\N	f	caa6c2dd-85f6-4c19-896e-da68e794e7dd	claudia.van.den.berg	Claudia van den Berg	claudia.van.den.berg@voorbeeld.example			{}	f	t	t	2026-11-30 02:11:17.214319+00	\N		\N	\N
!yjfr6wFhN5SADUiakaa9BQIX4WJvmVgizqoKVHxN	\N	f	bbb72a15-b680-4c68-8ae5-d28384a16c28	nadia.el.amrani	Nadia El Amrani	nadia.el.amrani@voorbeeld.example			{}	f	t	t	2026-11-30 02:11:17.588902+00	\N		\N	\N
\.
COPY instanties_gemeente (id, naam, actief, telefoon, ambtenaar_id, vervanger_id) FROM stdin;
da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	Plassendam	t	06-00000010	b074a7aa-d2a1-4e3c-aa4e-3b55f3cfed8e	c71529bf-1c7e-4cad-8529-a422f28d07f2
\.
COPY instanties_instelling (id, naam, soort, aanbod, leefgebieden, telefoon, email, actief, gemeente_id, naam_gevoelig, naam_voor_anderen, biedt_hulp, scholingsplan, werkt_ermee) FROM stdin;
276b2a1a-9a92-48f8-b4a1-9b63e05769e6	Huisvesting Plassendam	dienst	Dienst van de gemeente.	{wonen}	06-00000021		t	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	f		t	f	f
2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	jeugdhulp	Hulp aan kinderen en ouders thuis. Biedt specialistische zorgcoördinatie.	{opvoeding,psychisch}	06-00000020		t	\N	f		t	t	t
43bf67fd-0721-4243-ab5f-d4db9d1a55eb	Woningstichting Thuisbest	woningbouw	Verhuurt woningen in de regio.	{wonen}	06-00000020		t	\N	f		t	f	f
658cd5ef-898a-491e-b5dd-2af4ed135c29	Schuldhulp Plassendam	dienst	Dienst van de gemeente.	{inkomen}	06-00000021		t	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	f		t	f	f
7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	maatschappelijk_werk	Hulp bij geldzorgen, opvoeden en ruzie thuis. Biedt algemene zorgcoördinatie.	{opvoeding,inkomen,relaties}	06-00000020		t	\N	f		t	t	t
7bfa7757-2b9e-4375-ac27-31a1f60e5f34	Scholengemeenschap De Plassen	school	Middelbare school.	{onderwijs}	06-00000020		t	\N	f		f	f	f
ace6f57f-6ec3-48e8-8d54-3d0d26e887f5	Basisschool De Wilgentak	school	Basisschool met een eigen zorgteam.	{onderwijs}	06-00000020		t	\N	f		f	t	t
d03cdf19-7a51-4471-be50-589c1067fe93	Kliniek Het Keerpunt	verslavingszorg	Behandeling van verslaving, ook voor ouders.	{verslaving}	06-00000020		t	\N	t	een instelling voor zorg	t	t	t
d2285fea-921b-4e6c-84a3-eb900c7c574b	Meldpunt Zorg en Overlast	meldpunt	Geeft advies als het bij een gezin vastloopt.	{}	06-00000020		t	\N	f		t	f	f
\.
COPY instanties_regio (id, naam, navraag_aantal, navraag_eenheid, gesprek_aantal, gesprek_eenheid, instemming_aantal, instemming_eenheid, antwoord_aantal, antwoord_eenheid, herinnering_dagen, heropen_dagen, goede_vrijdag_vrij, bevrijdingsdag_vrij, inzage_escalatiebericht, logboek_bewaren_jaren, bundel_om, plannummer_in_mail) FROM stdin;
1	Regio De Plassen	2	werkdag	1	week	1	week	3	werkdag	{7,1}	30	t	t	t	5	07:30:00	f
\.
COPY instanties_vervanging (id, van, tot_en_met, gemaakt_op, ingetrokken_op, gemaakt_door_id, vervanger_id, wie_id) FROM stdin;
e9637796-a509-450e-98a7-3e5addca43a3	2026-11-29	2026-12-04	2026-11-29 09:00:00+00	\N	1129782a-0f8c-43c8-9984-d923cff39d04	4bcee1cf-2096-4f43-8b69-e6368536d47a	1129782a-0f8c-43c8-9984-d923cff39d04
\.
COPY logboek_regel (id, op, bezoek, verzoek, gebruiker_id, gebruiker_naam, namens_id, namens_naam, rol, instelling_id, instelling_naam, handeling, uitkomst, doel, gezin_id, gezin_nummer, over_wie, leefgebieden, object_soort, object_id, object_naam, getoond, grondslag, grondslag_ids, netwerkadres, bron, url_naam, melding, onderwerpen) FROM stdin;
01d20c7a-fab3-456f-8dc7-04660f95e3ef	2026-11-30 02:11:16.135208+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f		{}	{inkomen,opvoeding,relaties}	grondslag	1cc60a8f-ea6b-4813-a62f-b6aa8e9a2e08		{}		{}	\N	taak		grondslag begint: rechtstreeks betrokken bij de hulp	{}
046c9f2c-c694-4828-9dbc-e843f827fbd0	2026-11-30 02:11:15.370635+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	instelling	7bfa7757-2b9e-4375-ac27-31a1f60e5f34	Scholengemeenschap De Plassen	{"velden": ["aanbod", "biedt_hulp", "leefgebieden", "naam", "naam_gevoelig", "naam_voor_anderen", "scholingsplan", "soort", "telefoon", "werkt_ermee"]}		{}	\N	taak			{}
0658456d-663f-43ba-9b29-945b549ca937	2026-11-30 02:11:20.697733+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56		{}	{}	grondslag	4d9e871d-00eb-420f-ae6f-b3dfe4e345bd		{}		{}	\N	taak		grondslag begint: doorzettingsmacht volgens het convenant	{}
087e8754-5ad1-418e-ab70-c426e1a8d100	2026-11-30 02:11:18.300629+00	\N	\N	5da663da-b0ec-4792-81aa-873c6882c05d	Jasper Willems	\N		hulpverlener	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5	Basisschool De Wilgentak	wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	stagnatie	9d2c5b6d-6873-4433-9737-b63ad9d25e56		{}		{}	\N	taak		Actie uitgevoerd	{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
08da3707-635b-4f8d-9289-715d4de67e4e	2026-11-30 02:11:19.375492+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{4f61b840-101d-48af-bd96-e2c05cddf3da}	{}	deelnemer	4f61b840-101d-48af-bd96-e2c05cddf3da	Petra de Wit	{}		{}	\N	taak		krijgt toegang	{}
096e96ed-dcf5-4c39-a6ac-c5bb0b196151	2026-11-30 02:11:22.847418+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	stagnatie	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b		{}		{}	\N	taak		Het gezin zegt: nog niet opgelost	{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
0a0bb5ab-17d3-494f-b1b4-163247b43399	2026-11-30 02:11:15.561791+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5	Michiel Smit	{}		{}	\N	taak			{}
0b308d51-2eb6-4554-ad21-ebfb5fb4808c	2026-11-30 02:11:16.246113+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0554df39-b5c4-41a2-b230-88a55cbe1ca7}	{}	deelnemer	0554df39-b5c4-41a2-b230-88a55cbe1ca7	Joyce Kok	{}		{}	\N	taak		krijgt toegang	{}
0c8f2340-8769-4dbd-82fb-6f6c1216f79d	2026-11-30 02:11:22.554279+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		professional	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	bekijken	gelukt	samen uitvoeren van het gezinsplan	4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{}	{}	gezinsplan	\N		{}	rechtstreeks betrokken bij de hulp; zorgcoördinator van dit gezin	{f84e9d4b-c6f3-4c93-83ed-02770ff82aee,1cc60a8f-ea6b-4813-a62f-b6aa8e9a2e08}	\N	taak			{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
0e50fafc-06f7-4c0f-9b44-ad26172cd39f	2026-11-30 02:11:19.545009+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{d1399f1e-6f09-4b41-be26-db100f3035bb}	{}	deelnemer	d1399f1e-6f09-4b41-be26-db100f3035bb	Daan de Wit	{}		{}	\N	taak		gezag: Petra de Wit, Mark Jonker	{}
0e734549-b445-4179-b377-34cc84795acb	2026-11-30 02:11:17.180056+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56		{}	{}	grondslag	7f4fc76c-5eec-4f8b-9373-fb0c1aad25aa		{}		{}	\N	taak		grondslag begint: zorgcoördinator van dit gezin	{}
0e809485-f62d-42b8-8adb-4e25334784d4	2026-11-30 02:11:18.955283+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	stagnatie	9d2c5b6d-6873-4433-9737-b63ad9d25e56		{}		{}	\N	taak		De zorgcoördinator zegt: opgelost	{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
0ec9ecff-d4ca-415d-b844-eb5a6a24c374	2026-11-30 02:11:16.300732+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{}	{}	deelnemer	2dba7b99-af24-428b-b172-016ca53f93a1	Jasper Willems	{}		{}	\N	taak			{}
0fa4064d-7b09-4c62-9c73-79908579a0bb	2026-11-30 02:11:20.89257+00	\N	\N	\N		\N			\N		klok	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	stagnatie	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b		{}		{}	\N	taak		Nieuwe stap	{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
104aa47a-40b1-4c02-8592-37fe043668e6	2026-11-30 02:11:19.683887+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a		{}	{}	grondslag	5af1afa2-ad7d-4273-96ac-b1cca0f22e8a		{}		{}	\N	taak		grondslag begint: rechtstreeks betrokken bij de hulp	{}
11f33fdd-9082-43b9-a868-f02ef84c78b1	2026-11-30 02:11:19.65223+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{}	deelnemer	c0a04ea4-2457-4b42-8d9f-558d79f922c1	Jasper Willems	{}		{}	\N	taak		krijgt toegang	{}
13a996ec-f5a9-46a9-8177-03d170903406	2026-11-30 02:11:19.388969+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a		{}	{}	grondslag	35e05721-c1be-4b88-8218-5399775bae26		{}		{}	\N	taak		grondslag begint: gegevens van het eigen gezin	{}
1406ad5f-6ec8-42ed-9770-b5fb20644755	2026-11-30 02:11:16.433567+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f		{}	{}	grondslag	3361420d-15d6-4e89-9fae-b82e3bff0be9		{}		{}	\N	taak		grondslag begint: rechtstreeks betrokken bij de hulp	{}
1547ba54-2215-4716-a102-55304f92d853	2026-11-30 02:11:15.797911+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	a5e6707d-7486-49f3-a1e3-23b07035e4ca	Iris Blom	{}		{}	\N	taak		rol gegeven: Iris Blom, hulpverlener (Scholengemeenschap De Plassen)	{}
15e86310-0a70-485b-9b20-9f63e11d128a	2026-11-30 02:11:20.142701+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{4f61b840-101d-48af-bd96-e2c05cddf3da}	{opvoeding}	toestemming	68f2732a-0a87-49c7-8187-6b8bfffed264		{}		{}	\N	taak		Nog niet compleet	{opvoeding:4f61b840-101d-48af-bd96-e2c05cddf3da}
17b00810-1e3a-424b-8d7b-84da3476cf20	2026-11-30 02:11:18.495692+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		\N		{}	{}	gebruiker	c60ef21e-af19-4ea1-bf1e-ef82545b4b2e	Samira Ait	{}		{}	\N	taak			{}
17be7043-df5e-4ceb-9895-8862f7ff8b03	2026-11-30 02:11:15.745968+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	5da663da-b0ec-4792-81aa-873c6882c05d	Jasper Willems	{}		{}	\N	taak		rol gegeven: Jasper Willems, hulpverlener (Basisschool De Wilgentak)	{}
184d5825-172b-48fa-86cd-596b7b19e6d2	2026-11-30 02:11:17.368813+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	afspraak	85104ec0-1f77-48ed-9a51-5893b5fdae6d		{}		{}	\N	taak			{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
18d0f573-db4e-42fa-9982-f263d0b90cb3	2026-11-30 02:11:18.448338+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{}	{}	coordinatorschap	ead31b75-6eeb-468e-b9d7-aa38445ac304	Eva van Rijn (Jeugdhulp De Vlieger)	{}		{}	\N	taak			{}
1a0c98bb-8914-489b-81f9-c335f8228ec9	2026-11-30 02:11:15.932818+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	b074a7aa-d2a1-4e3c-aa4e-3b55f3cfed8e	Fatima de Boer	{}		{}	\N	taak			{}
1a1c754b-9939-4a17-b0f6-b738f7c95461	2026-11-30 02:11:16.039687+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	de6d7b85-8497-40b4-a2da-0ae6940574bf	Derya Aksoy	{}		{}	\N	taak		rol gegeven: Derya Aksoy, privacy officer (regio)	{}
1bd8cc39-b340-4bff-8256-5514c94565e6	2026-11-30 02:11:19.933096+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	{onderwijs}	afspraak	07dc32ab-ab8d-4ee6-a986-28dd51442783		{}		{}	\N	taak			{onderwijs:1a147f39-52aa-4908-b04e-25d9aa675cd4}
1d11c73d-7396-4e02-8fe4-38f629beaba3	2026-11-30 02:11:15.697691+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	623eb5d4-b35e-46bd-ade1-2a5541ee0e18	Tobe Okafor	{}		{}	\N	taak		rol gegeven: Tobe Okafor, hulpverlener (Kliniek Het Keerpunt)	{}
1e66340c-1f0a-414d-92ac-36c2567b91f9	2026-11-30 02:11:17.410694+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	afspraak	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d		{}		{}	\N	taak		een uitvoerder zegt: ik doe dit	{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
1f6157ce-c443-4ad8-a6fb-7a3e92913a5b	2026-11-30 02:11:17.217762+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		\N		{}	{}	gebruiker	caa6c2dd-85f6-4c19-896e-da68e794e7dd	Claudia van den Berg	{}		{}	\N	taak			{}
20e7c41c-5fae-4557-afc0-32caf9ca94e6	2026-11-30 02:11:19.438862+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a		{}	{}	grondslag	65199a0e-7bdc-4cb3-a3dd-beafe625f868		{}		{}	\N	taak		grondslag begint: gegevens van het eigen gezin	{}
20f8f26b-583d-46e1-a48b-8e8d650471d1	2026-11-30 02:11:16.202688+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0554df39-b5c4-41a2-b230-88a55cbe1ca7}	{}	deelnemer	0554df39-b5c4-41a2-b230-88a55cbe1ca7	Joyce Kok	{}		{}	\N	taak			{}
2134f366-a195-478b-b164-d53524892bc1	2026-11-30 02:11:21.412846+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56		{}	{}	grondslag	fe9112cd-013d-489f-b54d-eca61089d8ca		{}		{}	\N	taak		grondslag begint: doorzettingsmacht volgens het convenant	{}
228eae74-53ff-42c5-a7e8-9f2a7499f8c0	2026-11-30 02:11:19.98583+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	{opvoeding}	afspraak	f8dd6e5d-bb1c-491c-abc9-402ad48c94ec		{}		{}	\N	taak			{opvoeding:1a147f39-52aa-4908-b04e-25d9aa675cd4,opvoeding:d1399f1e-6f09-4b41-be26-db100f3035bb}
25aeb87f-0b5f-4fdf-96c8-081109522db4	2026-11-30 02:11:18.703888+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	{}	afspraak	059c5447-ba3d-4bb6-82f8-7453e9202e25		{}		{}	\N	taak			{onbekend:33b9885c-65fb-4375-af8d-c41ebc75ae24}
27ca8aae-2b3b-4b94-9ef8-e77fd918bf5a	2026-11-30 02:11:17.953961+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	stagnatie	9d2c5b6d-6873-4433-9737-b63ad9d25e56		{}		{}	\N	taak		Het plan loopt vast	{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
28ad2ccf-8b9e-4720-9c95-42fa47adcd1a	2026-11-30 02:11:15.589482+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	f4ca5070-7989-4df6-a502-f469e06b75eb	Hanna van Dam	{}		{}	\N	taak			{}
2b4e4b4e-0a32-4684-a16f-ff9c09401b02	2026-11-30 02:11:16.266324+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	deelnemer	0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c	Levi Kok	{}		{}	\N	taak			{}
2c8ead70-8969-410c-b668-ac4f67404264	2026-11-30 02:11:16.308413+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{}	{}	deelnemer	2dba7b99-af24-428b-b172-016ca53f93a1	Jasper Willems	{}		{}	\N	taak		krijgt toegang	{}
2cda2fb6-3760-4ae2-b009-927c86a5319d	2026-11-30 02:11:18.553258+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	{}	deelnemer	33b9885c-65fb-4375-af8d-c41ebc75ae24	Ilyas Ait	{}		{}	\N	taak			{}
2efb0bff-f49a-466c-9875-dc9e21f11fea	2026-11-30 02:11:16.284215+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	deelnemer	0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c	Levi Kok	{}		{}	\N	taak		gezag: Joyce Kok	{}
30243dc8-7241-484a-8f77-1148abcfd593	2026-11-30 02:11:21.111218+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	stagnatie	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b		{}		{}	\N	taak		Escalatiebericht aan het gezin voorgelegd	{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
30c2edd0-419b-4b00-b6d7-0e5ed08d010d	2026-11-30 02:11:21.258979+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	doel	a0fe6664-d441-4b5a-9da0-880c07f6b551		{}		{}	\N	taak		evaluatie	{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
3164ec90-efc9-4070-8dff-39fd43bf61a5	2026-11-30 02:11:18.427335+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{}	{}	deelnemer	cff56ba4-d3cb-406d-bde9-2dcabeb4c571	Eva van Rijn	{}		{}	\N	taak		krijgt toegang	{}
3189431f-9286-4350-9279-b846f0eb963a	2026-11-30 02:11:17.657558+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	deelnemer	5276c557-ad8b-453a-ba73-58d3fa7be59c	Yara El Amrani	{}		{}	\N	taak		gezag: Nadia El Amrani	{}
3199e9d0-03bd-43ef-a76c-24a84121cb3c	2026-11-30 02:11:18.373165+00	\N	\N	5da663da-b0ec-4792-81aa-873c6882c05d	Jasper Willems	\N		hulpverlener	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5	Basisschool De Wilgentak	wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	afspraak	a35947ee-ef5d-4d24-b658-028153400583		{}		{}	\N	taak		afgevinkt	{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
31ae9057-a1b7-401b-b76c-74b7fc505f1f	2026-11-30 02:11:17.19704+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{11532455-a7af-4454-b1b2-e41e4dada434}	{}	deelnemer	11532455-a7af-4454-b1b2-e41e4dada434	Claudia van den Berg	{}		{}	\N	taak			{}
31fde544-c535-4ced-9601-cddc0a536d30	2026-11-30 02:11:20.232595+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a		{}	{opvoeding}	grondslag	1035f2fe-39b2-41aa-8329-a1e86af35b2f		{}		{}	\N	taak		grondslag begint: toestemming van het gezin	{opvoeding:4f61b840-101d-48af-bd96-e2c05cddf3da}
3214daab-ff8c-4286-a80c-4d87a3731614	2026-11-30 02:11:16.014275+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	287c8451-7542-4825-a5d9-4e4833368c24	Ilse Kuiper	{}		{}	\N	taak		rol gegeven: Ilse Kuiper, functioneel beheerder (regio)	{}
326790e3-80d5-4b08-8757-2448ddf8dbce	2026-11-30 02:11:17.308045+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{}	{}	deelnemer	813adbe8-9baf-4214-bd0b-ba6f1b8441ac	Eva van Rijn	{}		{}	\N	taak		krijgt toegang	{}
327aca52-9c06-40f3-8b74-4b8c5271ea24	2026-11-30 02:11:22.554256+00	\N	\N	5da663da-b0ec-4792-81aa-873c6882c05d	Jasper Willems	\N		professional	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5	Basisschool De Wilgentak	bekijken	gelukt	samen uitvoeren van het gezinsplan	4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{}	{}	gezinsplan	\N		{}	rechtstreeks betrokken bij de hulp	{3361420d-15d6-4e89-9fae-b82e3bff0be9}	\N	taak			{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
328a247d-1771-47cb-b454-eea87ffd9de1	2026-11-30 02:11:19.478979+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{d1399f1e-6f09-4b41-be26-db100f3035bb}	{}	deelnemer	d1399f1e-6f09-4b41-be26-db100f3035bb	Daan de Wit	{}		{}	\N	taak		krijgt toegang	{}
3304ac96-034e-4948-81ae-ba729ed0ce45	2026-11-30 02:11:15.857667+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	edb57122-2e76-475d-8666-c4ef420865b2	Lotte de Jong	{}		{}	\N	taak			{}
35ad1ab9-8bd0-4861-b059-c90e17564c8f	2026-11-30 02:11:19.903593+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{4f61b840-101d-48af-bd96-e2c05cddf3da}	{verslaving}	afspraak	a5ce7d51-17ee-43cc-9a24-5009273d7c33		{}		{}	\N	taak			{verslaving:4f61b840-101d-48af-bd96-e2c05cddf3da}
38e95625-2644-4a17-9720-8d72bd2f18f0	2026-11-30 02:11:19.876403+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	{onderwijs}	doel	c0347969-685b-4e30-b73e-54c6dac5c10b		{}		{}	\N	taak			{onderwijs:1a147f39-52aa-4908-b04e-25d9aa675cd4}
39f68f41-6044-4033-9a33-38f5c5467a57	2026-11-30 02:11:19.5279+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	{}	deelnemer	1a147f39-52aa-4908-b04e-25d9aa675cd4	Sanne de Wit	{}		{}	\N	taak		gezag: Petra de Wit, Mark Jonker	{}
3a121a26-baea-4f45-941c-cf4c89779249	2026-11-30 02:11:20.07808+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{4f61b840-101d-48af-bd96-e2c05cddf3da}	{verslaving}	afspraak	5cf26dd3-e1fe-40b1-b695-432c6ce68d9b		{}		{}	\N	taak		een uitvoerder zegt: ik doe dit	{verslaving:4f61b840-101d-48af-bd96-e2c05cddf3da}
3cefcd54-5fc0-49ed-bad8-893b5d01638d	2026-11-30 02:11:20.232572+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a		{}	{opvoeding}	grondslag	230dd823-0fa6-4bca-be7a-1415ac754b3f		{}		{}	\N	taak		grondslag begint: toestemming van het gezin	{opvoeding:4f61b840-101d-48af-bd96-e2c05cddf3da}
3d310f7b-81e9-4e59-8153-45164695dbd0	2026-11-30 02:11:17.637907+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	deelnemer	5276c557-ad8b-453a-ba73-58d3fa7be59c	Yara El Amrani	{}		{}	\N	taak			{}
3d93b4ab-e9ce-47a5-9369-727887da0cc8	2026-11-30 02:11:15.384262+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	instelling	d2285fea-921b-4e6c-84a3-eb900c7c574b	Meldpunt Zorg en Overlast	{"velden": ["aanbod", "biedt_hulp", "leefgebieden", "naam", "naam_gevoelig", "naam_voor_anderen", "scholingsplan", "soort", "telefoon", "werkt_ermee"]}		{}	\N	taak			{}
3e215373-dee2-4264-97e0-48090c08e96e	2026-11-30 02:11:19.863189+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{4f61b840-101d-48af-bd96-e2c05cddf3da}	{verslaving}	doel	ea64391c-af20-4e8e-858d-0b4916837ba8		{}		{}	\N	taak			{verslaving:4f61b840-101d-48af-bd96-e2c05cddf3da}
3ecba2bb-be76-42db-ae6a-bdb7eea02516	2026-11-30 02:11:17.355435+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	afspraak	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d		{}		{}	\N	taak			{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
3ef6eb92-17fc-4cc7-ab03-f50906026fd4	2026-11-30 02:11:18.605176+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{}	{}	deelnemer	2a3e9cb3-c9a8-4602-90f7-799590957c7c	Jasper Willems	{}		{}	\N	taak			{}
3f111765-d2f2-4782-a5d5-6a77497bbcb8	2026-11-30 02:11:15.548477+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	{}		{}	\N	taak		rol gegeven: Selin Yilmaz, hulpverlener (Maatschappelijk Werk De Brug)	{}
3f644662-71e8-4e94-9e5a-d650f4e72290	2026-11-30 02:11:21.381363+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56		{}	{}	grondslag	4d9e871d-00eb-420f-ae6f-b3dfe4e345bd		{}		{}	\N	taak		grondslag eindigt: doorzettingsmacht volgens het convenant	{}
4064426c-c2a4-487c-84ac-a1dc3944243e	2026-11-30 02:11:19.465404+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		\N		{}	{}	gebruiker	a7360cad-ee52-4300-9329-f7063ad4ca34	Daan de Wit	{}		{}	\N	taak			{}
41aed01a-b4ae-45f9-ad1d-1a9713b45c92	2026-11-30 02:11:16.479925+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	afspraak	3165748c-a312-4e5d-8623-3f9f5ed87ce5		{}		{}	\N	taak			{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
432cdd31-751d-4271-a53d-44248101130a	2026-11-30 02:11:20.724854+00	\N	\N	\N		\N			\N		klok	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	stagnatie	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba		{}		{}	\N	taak		Nieuwe stap	{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
44004f8d-cba8-4e90-bb45-95979065dc00	2026-11-30 02:11:22.554328+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		professional	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	bekijken	gelukt	samen uitvoeren van het gezinsplan	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{}	{}	gezinsplan	\N		{}	rechtstreeks betrokken bij de hulp; zorgcoördinator van dit gezin	{56d91734-4a63-4fe3-9c94-7d4609417554,70eff862-42da-41a9-aa7b-14fc9d19b4a2}	\N	taak			{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
44ba5f91-d0e6-428f-a9d7-c7617510582a	2026-11-30 02:11:19.343907+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{4f61b840-101d-48af-bd96-e2c05cddf3da}	{}	deelnemer	4f61b840-101d-48af-bd96-e2c05cddf3da	Petra de Wit	{}		{}	\N	taak			{}
465aeedb-d1f3-4ae9-a41d-2bf9c02d137d	2026-11-30 02:11:18.463616+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6		{}	{}	grondslag	6303e592-6cc7-4730-8d3d-e0d455973c9f		{}		{}	\N	taak		grondslag begint: zorgcoördinator van dit gezin	{}
467dc109-2ac6-4997-80ee-3034311031ee	2026-11-30 02:11:17.414197+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{}	{}	gezinsplan	\N		{}		{}	\N	taak		het plan is gestart	{}
4692c47e-a7b3-4c09-aa18-bdfb2d0037de	2026-11-30 02:11:16.258488+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f		{}	{}	grondslag	7fb551ab-96a0-4dee-a6cc-5031fcebcd31		{}		{}	\N	taak		grondslag begint: gegevens van het eigen gezin	{}
4703d28d-2724-4a04-8744-d67883499da9	2026-11-30 02:11:15.817606+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	ed166932-2560-4b48-8207-2e26ab30035c	Wim Mulder	{}		{}	\N	taak		rol gegeven: Wim Mulder, manager (Scholengemeenschap De Plassen)	{}
489a2942-47b4-4a17-be39-ca5bfe3450f2	2026-11-30 02:11:15.36372+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	instelling	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5	Basisschool De Wilgentak	{"velden": ["aanbod", "biedt_hulp", "leefgebieden", "naam", "naam_gevoelig", "naam_voor_anderen", "scholingsplan", "soort", "telefoon", "werkt_ermee"]}		{}	\N	taak			{}
4a589139-0465-4cad-b846-8b9b4a5db006	2026-11-30 02:11:22.554293+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		professional	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	bekijken	gelukt	samen uitvoeren van het gezinsplan	a120065d-a865-4362-be4f-07abd844cc56	1002	{}	{}	gezinsplan	\N		{}	rechtstreeks betrokken bij de hulp	{b1919e3e-dad1-444e-9253-eb923d7cfbe8}	\N	taak			{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
4c7eb673-2aaf-4780-8951-a30f63ecaa23	2026-11-30 02:11:18.684641+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	{}	afspraak	6dab368f-06b5-4c66-9605-49f1e5496a5d		{}		{}	\N	taak			{onbekend:33b9885c-65fb-4375-af8d-c41ebc75ae24}
4d35f52f-0763-4e27-9459-3b451a5eb838	2026-11-30 02:11:15.34981+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	instelling	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	{"velden": ["aanbod", "biedt_hulp", "leefgebieden", "naam", "naam_gevoelig", "naam_voor_anderen", "scholingsplan", "soort", "telefoon", "werkt_ermee"]}		{}	\N	taak			{}
4dc80d90-fafa-4012-a2e7-0db20908a5dc	2026-11-30 02:11:19.756029+00	\N	\N	\N		\N			\N		klok	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	stagnatie	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba		{}		{}	\N	taak		Nieuwe stap	{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
4eca63b9-e0c9-4c72-8af8-5e20f098526f	2026-11-30 02:11:22.554385+00	\N	\N	623eb5d4-b35e-46bd-ade1-2a5541ee0e18	Tobe Okafor	\N		professional	d03cdf19-7a51-4471-be50-589c1067fe93	Kliniek Het Keerpunt	bekijken	gelukt	samen uitvoeren van het gezinsplan	defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{verslaving}	gezinsplan	\N		{}	rechtstreeks betrokken bij de hulp	{a22950ff-6af7-49d2-86cf-acf879eeae18}	\N	taak			{verslaving:4f61b840-101d-48af-bd96-e2c05cddf3da}
509cd50c-9c40-48b0-bcf6-a20bc1495e74	2026-11-30 02:11:20.602645+00	\N	\N	\N		\N			\N		klok	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	afspraak	8786aa21-68f2-43ab-bfa9-1dd27fa95c94		{}		{}	\N	taak		de termijn is voorbij	{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
5192e5fa-bcb5-4048-a7bc-e1ff1cbfb137	2026-11-30 02:11:15.761851+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	9cf59ba6-c3dc-4bb8-b99a-42bf6814a453	Karin Jansen	{}		{}	\N	taak			{}
52e3adee-0476-4aed-99ac-17a6983525e9	2026-11-30 02:11:19.916518+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{4f61b840-101d-48af-bd96-e2c05cddf3da}	{verslaving}	afspraak	5cf26dd3-e1fe-40b1-b695-432c6ce68d9b		{}		{}	\N	taak			{verslaving:4f61b840-101d-48af-bd96-e2c05cddf3da}
555bec09-5cb5-467d-a733-47e294e86cbb	2026-11-30 02:11:15.947382+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	b074a7aa-d2a1-4e3c-aa4e-3b55f3cfed8e	Fatima de Boer	{}		{}	\N	taak		rol gegeven: Fatima de Boer, gemeenteambtenaar (Plassendam)	{}
55fa557f-d8bb-4aa1-8d01-c091d884e2fe	2026-11-30 02:11:20.078116+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	{opvoeding}	afspraak	f8dd6e5d-bb1c-491c-abc9-402ad48c94ec		{}		{}	\N	taak		een uitvoerder zegt: ik doe dit	{opvoeding:1a147f39-52aa-4908-b04e-25d9aa675cd4,opvoeding:d1399f1e-6f09-4b41-be26-db100f3035bb}
572327c5-b8d4-4e5b-a772-5671113d8aee	2026-11-30 02:11:19.412628+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		\N		{}	{}	gebruiker	524d81f4-0988-4182-b630-a8a32989be82	Mark Jonker	{}		{}	\N	taak			{}
587eb680-58d2-49a9-9593-66688ceab579	2026-11-30 02:11:19.295299+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{}	coordinatorschap	02828cc4-38b0-46bc-868c-680fa1f86a00	Noor Bakker (Maatschappelijk Werk De Brug)	{}		{}	\N	taak			{}
5a7d0c52-30d8-4d23-85cd-a1c11141cd20	2026-11-30 02:11:18.75792+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	wijzigen	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	{}	afspraak	059c5447-ba3d-4bb6-82f8-7453e9202e25		{}		{}	\N	taak		een uitvoerder zegt: ik doe dit	{onbekend:33b9885c-65fb-4375-af8d-c41ebc75ae24}
5aa06853-9de5-410f-b986-c35462f06dbd	2026-11-30 02:11:15.491536+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	97296701-92d9-4002-a87e-cd6b6b27fd9a	Rosa Vos	{}		{}	\N	taak		rol gegeven: Rosa Vos, leidinggevende (Maatschappelijk Werk De Brug)	{}
5bb97633-3b0c-49cd-80ff-9aa847cc7e80	2026-11-30 02:11:17.520942+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2		{}	{opvoeding,psychisch}	grondslag	70eff862-42da-41a9-aa7b-14fc9d19b4a2		{}		{}	\N	taak		grondslag begint: rechtstreeks betrokken bij de hulp	{}
5ebd53b8-e1e8-48e0-b4b1-6921118543de	2026-11-30 02:11:21.770088+00	\N	\N	\N		\N			\N		klok	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	{}	afspraak	6dab368f-06b5-4c66-9605-49f1e5496a5d		{}		{}	\N	taak		de termijn is voorbij	{onbekend:33b9885c-65fb-4375-af8d-c41ebc75ae24}
5ef4c1a7-5a19-4d86-a9f9-5b827bf62034	2026-11-30 02:11:21.586107+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2		{}	{}	grondslag	b4d68725-982a-4eec-846e-1e9d2ffa74bc		{}		{}	\N	taak		grondslag begint: doorzettingsmacht volgens het convenant	{}
5fd950dc-11f7-422c-b36c-f6ee6e782d01	2026-11-30 02:11:19.506459+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	{}	deelnemer	1a147f39-52aa-4908-b04e-25d9aa675cd4	Sanne de Wit	{}		{}	\N	taak			{}
6044cef2-27e9-467c-9d7a-fe1c55f62e6d	2026-11-30 02:11:19.319416+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a		{}	{}	grondslag	0be55525-a3f8-4cb7-bd7b-cfdc5f6d2dfa		{}		{}	\N	taak		grondslag begint: zorgcoördinator van dit gezin	{}
6089d214-8652-41e7-98e7-61bfa5f6360e	2026-11-30 02:11:19.113804+00	\N	\N	903e0639-8ea9-4598-a27a-ef0dba95a6f4	Joyce Kok	\N			\N		wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	stagnatie	9d2c5b6d-6873-4433-9737-b63ad9d25e56		{}		{}	\N	taak		Opgelost	{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
62412677-8cc9-486f-ba7e-b32bec41ad73	2026-11-30 02:11:19.88797+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	{opvoeding}	doel	0fb767b7-28e4-48f4-a1e7-507e6818fd8a		{}		{}	\N	taak			{opvoeding:1a147f39-52aa-4908-b04e-25d9aa675cd4,opvoeding:d1399f1e-6f09-4b41-be26-db100f3035bb}
635c14d9-3c66-41c8-b35c-1557cb615e8e	2026-11-30 02:11:22.554363+00	\N	\N	5da663da-b0ec-4792-81aa-873c6882c05d	Jasper Willems	\N		professional	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5	Basisschool De Wilgentak	bekijken	gelukt	samen uitvoeren van het gezinsplan	defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{onderwijs,opvoeding}	gezinsplan	\N		{}	rechtstreeks betrokken bij de hulp; toestemming van het gezin	{5af1afa2-ad7d-4273-96ac-b1cca0f22e8a,1035f2fe-39b2-41aa-8329-a1e86af35b2f}	\N	taak			{onderwijs:1a147f39-52aa-4908-b04e-25d9aa675cd4,opvoeding:1a147f39-52aa-4908-b04e-25d9aa675cd4,opvoeding:d1399f1e-6f09-4b41-be26-db100f3035bb}
6455ccbe-6c8b-44c9-915a-8b2452396d8e	2026-11-30 02:11:16.149821+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{}	{}	coordinatorschap	9d285e01-cbb5-4f4a-98db-2a51860c9783	Selin Yilmaz (Maatschappelijk Werk De Brug)	{}		{}	\N	taak			{}
64f4bdc3-5177-4c06-88ee-571f5c745af3	2026-11-30 02:11:17.532555+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{}	{}	coordinatorschap	dd18b67e-91f3-4712-8d12-441c8d624c72	Eva van Rijn (Jeugdhulp De Vlieger)	{}		{}	\N	taak			{}
64fa9196-24e9-4474-949e-fa3ecd6c4c5d	2026-11-30 02:11:21.349597+00	\N	\N	\N		\N			\N		klok	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	stagnatie	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba		{}		{}	\N	taak		Geen antwoord gekregen	{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
65f3410a-cb6d-457c-a039-b1c3662cb781	2026-11-30 02:11:20.523306+00	\N	\N	8ff84c53-f594-4618-8fdf-973d17ef43e5	Petra de Wit	\N			\N		rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{}	deelkeuze	d1399f1e-6f09-4b41-be26-db100f3035bb		{}		{}	\N	taak		gekozen wat iemand uit het gezin ziet	{}
672299ed-7ed3-4590-88ef-204bb6e48625	2026-11-30 02:11:20.08316+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{}	gezinsplan	\N		{}		{}	\N	taak		het plan is gestart	{}
673454f1-b4df-4cc0-b04d-318dd16447c5	2026-11-30 02:11:15.533136+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	{}		{}	\N	taak			{}
6821b588-7d07-4e12-b653-472d4aa94a4a	2026-11-30 02:11:19.266977+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{}	deelnemer	bbb0e8f1-8a39-4557-a937-617d593ee599	Noor Bakker	{}		{}	\N	taak		krijgt toegang	{}
6a94297a-a127-4b2d-8d9d-697fac958108	2026-11-30 02:11:17.95398+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	stagnatie	9d2c5b6d-6873-4433-9737-b63ad9d25e56		{}		{}	\N	taak		Nieuwe stap	{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
6b6e4fec-8fad-4ee7-b4f0-76950b9f1775	2026-11-30 02:11:21.179157+00	\N	\N	bbb72a15-b680-4c68-8ae5-d28384a16c28	Nadia El Amrani	\N			\N		wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	stagnatie	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b		{}		{}	\N	taak		Escalatiebericht gelezen door het gezin	{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
6c3adc49-38c0-438b-b3b2-10502cd4c0c0	2026-11-30 02:11:20.003574+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	{opvoeding}	afspraak	26515da6-b429-4d5b-b82d-bdb9cc23c1f8		{}		{}	\N	taak			{opvoeding:1a147f39-52aa-4908-b04e-25d9aa675cd4,opvoeding:d1399f1e-6f09-4b41-be26-db100f3035bb}
6cd4524d-74e6-457d-aec0-f2729c366932	2026-11-30 02:11:17.744271+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	afspraak	8786aa21-68f2-43ab-bfa9-1dd27fa95c94		{}		{}	\N	taak			{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
6d223c6c-cd84-463b-98b1-1e1077b9243e	2026-11-30 02:11:20.078105+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	{opvoeding}	afspraak	ba33d281-5060-46c1-bb02-498ead106d73		{}		{}	\N	taak		een uitvoerder zegt: ik doe dit	{opvoeding:1a147f39-52aa-4908-b04e-25d9aa675cd4,opvoeding:d1399f1e-6f09-4b41-be26-db100f3035bb}
6d7eb142-a433-4e65-b36a-4a5e97f47bf4	2026-11-30 02:11:20.405711+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	stagnatie	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba		{}		{}	\N	taak		Escalatiebericht aan het gezin voorgelegd	{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
6daac508-6d52-4488-aa75-3b471b9b6ec3	2026-11-30 02:11:18.473874+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{245ec29e-4034-430a-8acd-e60dc610ee36}	{}	deelnemer	245ec29e-4034-430a-8acd-e60dc610ee36	Samira Ait	{}		{}	\N	taak			{}
6e1bb268-8b0a-460f-888d-accfcc4dcaff	2026-11-30 02:11:15.913719+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	0d1782b4-27ea-4a46-8004-15c4a5acc15b	Ruud Bos	{}		{}	\N	taak		rol gegeven: Ruud Bos, medewerker van het meldpunt (Meldpunt Zorg en Overlast)	{}
6ef339e9-3f12-43ee-845b-df07892deeb2	2026-11-30 02:11:17.410712+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	afspraak	85104ec0-1f77-48ed-9a51-5893b5fdae6d		{}		{}	\N	taak		een uitvoerder zegt: ik doe dit	{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
722f294e-da32-4b92-90f2-df370172e7c8	2026-11-30 02:11:18.517416+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{245ec29e-4034-430a-8acd-e60dc610ee36}	{}	deelnemer	245ec29e-4034-430a-8acd-e60dc610ee36	Samira Ait	{}		{}	\N	taak		krijgt toegang	{}
723be408-b105-4c2b-b774-ceabd96bcf62	2026-11-30 02:11:16.071462+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{}	{}	gezin	4083235d-517f-4a6d-ad03-b08625d4ac4f	Kok	{}		{}	\N	taak			{}
72deb607-d18c-4ecc-ae9f-d25b2de06de0	2026-11-30 02:11:21.437247+00	\N	\N	\N		\N			\N		klok	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	stagnatie	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba		{}		{}	\N	taak		Nieuwe stap	{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
73dd47bf-d495-4b59-8a33-c7106a48a86d	2026-11-30 02:11:20.899254+00	\N	\N	\N		\N			\N		klok	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	afspraak	8786aa21-68f2-43ab-bfa9-1dd27fa95c94		{}		{}	\N	taak		geen antwoord op de navraag	{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
7407dbe2-f2e1-406a-b2a4-9f1ad8f0cafc	2026-11-30 02:11:15.648637+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	{}		{}	\N	taak		rol gegeven: Eva van Rijn, hulpverlener (Jeugdhulp De Vlieger)	{}
74855800-ccc9-4907-b0d6-398f67b7bd1f	2026-11-30 02:11:17.331572+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56		{}	{opvoeding,psychisch}	grondslag	b1919e3e-dad1-444e-9253-eb923d7cfbe8		{}		{}	\N	taak		grondslag begint: rechtstreeks betrokken bij de hulp	{}
78d767de-3e2b-43b6-a4c8-2e0e43197315	2026-11-30 02:11:17.137055+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56		{}	{inkomen,opvoeding,relaties}	grondslag	ec118e7a-d3c9-44a0-a677-563e44c842ac		{}		{}	\N	taak		grondslag begint: rechtstreeks betrokken bij de hulp	{}
79291722-f11f-45bc-ac04-0a81e756ff8b	2026-11-30 02:11:22.679234+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	stagnatie	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b		{}		{}	\N	taak		De zorgcoördinator zegt: opgelost	{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
7bca4403-09b1-42c3-8c39-4b0a6e66a1af	2026-11-30 02:11:19.25318+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{}	gezin	defe9132-e90a-455a-bb53-0b394709820a	De Wit	{}		{}	\N	taak			{}
7c4a15b3-9418-49ba-b7f2-ebd50ec4114e	2026-11-30 02:11:15.604171+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	f4ca5070-7989-4df6-a502-f469e06b75eb	Hanna van Dam	{}		{}	\N	taak		rol gegeven: Hanna van Dam, bestuurder (Maatschappelijk Werk De Brug)	{}
7d26f0ae-83ef-423d-bc83-35583e79ba0e	2026-11-30 02:11:19.579067+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{}	deelnemer	b1a0efdf-27ad-4466-a0ae-dd3515b306b7	Tobe Okafor	{}		{}	\N	taak			{}
7f867843-0b92-41de-b294-8d8ab6251bde	2026-11-30 02:11:19.564181+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{}	deelnemer	b93d86b6-1b26-4c16-ac01-f13f85093641	Riet de Wit	{}		{}	\N	taak			{}
802e9edc-dcd4-4637-9fcc-1064246c763f	2026-11-30 02:11:15.356885+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	instelling	d03cdf19-7a51-4471-be50-589c1067fe93	Kliniek Het Keerpunt	{"velden": ["aanbod", "biedt_hulp", "leefgebieden", "naam", "naam_gevoelig", "naam_voor_anderen", "scholingsplan", "soort", "telefoon", "werkt_ermee"]}		{}	\N	taak			{}
821e8247-a0e3-4fe6-acaa-11707d8b7022	2026-11-30 02:11:15.675866+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	ce7c093b-1a63-440f-bd6e-19e7387a0490	Pieter de Graaf	{}		{}	\N	taak		rol gegeven: Pieter de Graaf, manager (Jeugdhulp De Vlieger)	{}
84eaa55b-336e-4fa8-aad1-5d77fae8fde2	2026-11-30 02:11:17.234655+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{11532455-a7af-4454-b1b2-e41e4dada434}	{}	deelnemer	11532455-a7af-4454-b1b2-e41e4dada434	Claudia van den Berg	{}		{}	\N	taak		krijgt toegang	{}
870bb9d0-9973-4737-973f-a7581a8e5ecd	2026-11-30 02:11:19.762846+00	\N	\N	\N		\N			\N		klok	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	afspraak	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d		{}		{}	\N	taak		geen antwoord op de navraag	{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
8984caf0-e0b8-4557-8635-dd46e5563fbe	2026-11-30 02:11:18.577599+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	{}	deelnemer	33b9885c-65fb-4375-af8d-c41ebc75ae24	Ilyas Ait	{}		{}	\N	taak		gezag: Samira Ait	{}
8a256099-df0f-47c4-82ce-5c64be82522a	2026-11-30 02:11:19.96907+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	{opvoeding}	afspraak	ba33d281-5060-46c1-bb02-498ead106d73		{}		{}	\N	taak			{opvoeding:1a147f39-52aa-4908-b04e-25d9aa675cd4,opvoeding:d1399f1e-6f09-4b41-be26-db100f3035bb}
8c145d6b-5d3e-4a4d-9f85-6b514a322203	2026-11-30 02:11:17.8083+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	afspraak	9dfef622-2876-44a0-884e-f25d0f0a6e80		{}		{}	\N	taak		een uitvoerder zegt: ik doe dit	{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
8c4a44c7-6551-4ca2-800b-d07ed248f8d9	2026-11-30 02:11:22.554341+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		professional	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	bekijken	gelukt	samen uitvoeren van het gezinsplan	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{}	{}	gezinsplan	\N		{}	rechtstreeks betrokken bij de hulp; zorgcoördinator van dit gezin	{6303e592-6cc7-4730-8d3d-e0d455973c9f,1681ebdb-59b8-4d02-b7fd-3a202f8c2f79}	\N	taak			{onbekend:33b9885c-65fb-4375-af8d-c41ebc75ae24}
8c85c8de-c14c-4b8c-b302-ab0293ce707b	2026-11-30 02:11:15.399581+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	instelling	276b2a1a-9a92-48f8-b4a1-9b63e05769e6	Huisvesting Plassendam	{"velden": ["aanbod", "gemeente", "leefgebieden", "naam", "soort", "telefoon"]}		{}	\N	taak			{}
8da3b1ca-17c0-435c-ad14-517b9bbd4184	2026-11-30 02:11:17.341519+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	doel	d2fb4fe4-1cd1-425d-9891-e291579ce72c		{}		{}	\N	taak			{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
8dc49ed8-9ff0-4f03-9194-fee7efdc9c46	2026-11-30 02:11:17.812052+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{}	{}	gezinsplan	\N		{}		{}	\N	taak		het plan is gestart	{}
8dfb510e-ac7d-499f-aad2-f0881cbb085a	2026-11-30 02:11:15.520362+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	{}		{}	\N	taak		rol gegeven: Noor Bakker, hulpverlener (Maatschappelijk Werk De Brug)	{}
8e9fdf4f-63a4-4071-a089-fe3f34d4beb1	2026-11-30 02:11:15.61685+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	{}		{}	\N	taak			{}
8f517799-84f3-4611-9594-a3ed58ab889f	2026-11-30 02:11:22.938123+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	stagnatie	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b		{}		{}	\N	taak		De zorgcoördinator zegt: opgelost	{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
8f8660a6-3307-4f0e-9898-fb257e10fb4a	2026-11-30 02:11:17.627781+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2		{}	{}	grondslag	b19c18dd-6900-4d27-82fd-cd546dc8147e		{}		{}	\N	taak		grondslag begint: gegevens van het eigen gezin	{}
92f095e1-aff4-4c73-89c2-096116ce2244	2026-11-30 02:11:17.278615+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	deelnemer	04741d28-e823-41d3-bd7d-3b178716235c	Sem van den Berg	{}		{}	\N	taak		gezag: Claudia van den Berg	{}
937c298f-42bf-42d5-afc6-0a3aa8a9c3ec	2026-11-30 02:11:21.017185+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	{opvoeding}	afspraak	f8dd6e5d-bb1c-491c-abc9-402ad48c94ec		{}		{}	\N	taak		afgevinkt	{opvoeding:1a147f39-52aa-4908-b04e-25d9aa675cd4,opvoeding:d1399f1e-6f09-4b41-be26-db100f3035bb}
94afa1a8-9cfb-49fe-9357-da93ae0c7acc	2026-11-30 02:11:19.850156+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4,d1399f1e-6f09-4b41-be26-db100f3035bb}	{opvoeding}	doel	18ce39a1-ec73-4251-9748-8ef40f5a1386		{}		{}	\N	taak			{opvoeding:1a147f39-52aa-4908-b04e-25d9aa675cd4,opvoeding:d1399f1e-6f09-4b41-be26-db100f3035bb}
94c6ad64-eee7-4791-b4f9-68b7a5d51b9f	2026-11-30 02:11:18.096529+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	stagnatie	9d2c5b6d-6873-4433-9737-b63ad9d25e56		{}		{}	\N	taak		Acties vastgelegd	{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
954de918-4d5b-4eee-a273-42bb1d0bc21a	2026-11-30 02:11:20.685157+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56		{}	{}	grondslag	abaea5c3-d358-47a7-ad90-cb2d7fb8a05d		{}		{}	\N	taak		grondslag begint: doorzettingsmacht volgens het convenant	{}
95901695-68f2-4167-84b6-cb65c25ecbd0	2026-11-30 02:11:17.26239+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	deelnemer	04741d28-e823-41d3-bd7d-3b178716235c	Sem van den Berg	{}		{}	\N	taak			{}
96d393ea-7641-4080-a148-3f3ee20d3f2c	2026-11-30 02:11:22.554353+00	\N	\N	5da663da-b0ec-4792-81aa-873c6882c05d	Jasper Willems	\N		professional	ace6f57f-6ec3-48e8-8d54-3d0d26e887f5	Basisschool De Wilgentak	bekijken	gelukt	samen uitvoeren van het gezinsplan	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{}	{}	gezinsplan	\N		{}	rechtstreeks betrokken bij de hulp	{8184166b-f762-4f28-8caf-4078a501166a}	\N	taak			{onbekend:33b9885c-65fb-4375-af8d-c41ebc75ae24}
97ca4754-8893-4637-bcd6-2a70552f6438	2026-11-30 02:11:17.728794+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	doel	e01c4f72-6d03-45a3-8983-d31fc4378a4f		{}		{}	\N	taak			{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
9ad3d5cd-bb29-41e4-ac94-937295440ea3	2026-11-30 02:11:16.447218+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	doel	a0fe6664-d441-4b5a-9da0-880c07f6b551		{}		{}	\N	taak			{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
9adfa86f-0ee9-491e-9a2a-3c5689883246	2026-11-30 02:11:15.342351+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	instelling	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	{"velden": ["aanbod", "biedt_hulp", "leefgebieden", "naam", "naam_gevoelig", "naam_voor_anderen", "scholingsplan", "soort", "telefoon", "werkt_ermee"]}		{}	\N	taak			{}
9aebc342-9875-4d64-8acd-4fe1ed347dc4	2026-11-30 02:11:18.54043+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6		{}	{}	grondslag	9f521f19-10e5-4103-9f49-ccc5be308a60		{}		{}	\N	taak		grondslag begint: gegevens van het eigen gezin	{}
9aec0d56-a244-4dd9-8cc3-289625fd905e	2026-11-30 02:11:20.239995+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{4f61b840-101d-48af-bd96-e2c05cddf3da}	{opvoeding}	toestemming	68f2732a-0a87-49c7-8187-6b8bfffed264		{}		{}	\N	taak		Toestemming gegeven	{opvoeding:4f61b840-101d-48af-bd96-e2c05cddf3da}
9c5b2f35-6639-4059-af55-e1ad7b712cda	2026-11-30 02:11:16.232985+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		\N		{}	{}	gebruiker	903e0639-8ea9-4598-a27a-ef0dba95a6f4	Joyce Kok	{}		{}	\N	taak			{}
9edc6603-e501-4514-b5ff-dd6eb282cf75	2026-11-30 02:11:15.504744+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	{}		{}	\N	taak			{}
9f2e64a8-5c86-46ff-9007-3a83be47f75d	2026-11-30 02:11:19.42487+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{214490ab-eb08-4114-9137-41336132272d}	{}	deelnemer	214490ab-eb08-4114-9137-41336132272d	Mark Jonker	{}		{}	\N	taak		krijgt toegang	{}
9fecdd40-2d1b-4d6d-9432-06a38728f832	2026-11-30 02:11:19.590949+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{}	deelnemer	b1a0efdf-27ad-4466-a0ae-dd3515b306b7	Tobe Okafor	{}		{}	\N	taak		krijgt toegang	{}
a0a042b4-d1f8-4bf9-8fc0-e40e8e5059db	2026-11-30 02:11:18.44054+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6		{}	{opvoeding,psychisch}	grondslag	1681ebdb-59b8-4d02-b7fd-3a202f8c2f79		{}		{}	\N	taak		grondslag begint: rechtstreeks betrokken bij de hulp	{}
a12dc629-8509-4302-81f4-01d75ddb3820	2026-11-30 02:11:15.708891+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	5a9b9c65-e0ed-4989-911f-545c4d76abb2	Anne Pieters	{}		{}	\N	taak			{}
a1fc3210-134c-42a6-951f-5c6e27c40c4a	2026-11-30 02:11:16.534281+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{}	{}	gezinsplan	\N		{}		{}	\N	taak		het plan is gestart	{}
a323978a-6640-4167-a628-6f888849d3a0	2026-11-30 02:11:16.530238+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	afspraak	a35947ee-ef5d-4d24-b658-028153400583		{}		{}	\N	taak		een uitvoerder zegt: ik doe dit	{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
a51c343f-ab47-483a-9866-bece598edb40	2026-11-30 02:11:19.496278+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a		{}	{}	grondslag	24c2a50f-16ff-47c7-8f81-01b5cd70b715		{}		{}	\N	taak		grondslag begint: gegevens van het eigen gezin	{}
a76dd0ca-1bff-4d65-a7aa-d4336348f92d	2026-11-30 02:11:18.76291+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	wijzigen	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{}	{}	gezinsplan	\N		{}		{}	\N	taak		het plan is gestart	{}
a7bd53d1-c213-4f83-a3b2-4d55f7ad4b69	2026-11-30 02:11:15.987533+00	\N	\N	\N		\N			\N		wijzigen	gelukt		\N		{}	{}	gemeente	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	Plassendam	{"velden": ["actief", "ambtenaar", "vervanger"]}		{}	\N	taak			{}
ac13cb68-3703-46bd-8ddf-84e4b3b13d56	2026-11-30 02:11:15.80703+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	ed166932-2560-4b48-8207-2e26ab30035c	Wim Mulder	{}		{}	\N	taak			{}
ad7ea326-a0f1-4c24-8b64-072919f1246d	2026-11-30 02:11:15.664111+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	ce7c093b-1a63-440f-bd6e-19e7387a0490	Pieter de Graaf	{}		{}	\N	taak			{}
ada54bca-7c41-4646-af43-783a7e8642ef	2026-11-30 02:11:17.717073+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2		{}	{wonen}	grondslag	07ffe58d-f5e6-4881-b5d0-bc21b2611180		{}		{}	\N	taak		grondslag begint: rechtstreeks betrokken bij de hulp	{}
af5b9806-ed5d-4af2-ad27-61e889be347f	2026-11-30 02:11:15.774235+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	9cf59ba6-c3dc-4bb8-b99a-42bf6814a453	Karin Jansen	{}		{}	\N	taak		rol gegeven: Karin Jansen, manager (Basisschool De Wilgentak)	{}
afeb06fd-17a7-4bb7-9264-5eb3bf477f5c	2026-11-30 02:11:15.973901+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	c71529bf-1c7e-4cad-8529-a422f28d07f2	Leo Haddad	{}		{}	\N	taak		rol gegeven: Leo Haddad, gemeenteambtenaar (Plassendam)	{}
b2ffe493-9022-4eec-bc76-9a5709c233c7	2026-11-30 02:11:20.267858+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	{onderwijs}	toestemming	5cc75ffa-9db6-44ef-9915-89f146e420d7		{}		{}	\N	taak		Nog niet compleet	{onderwijs:1a147f39-52aa-4908-b04e-25d9aa675cd4}
b363e28c-b7ae-4cf3-abc2-688420d9fae5	2026-11-30 02:11:17.679414+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{}	{}	deelnemer	d01713f8-6168-4059-904e-5071513b0e5f	Dirk Hof	{}		{}	\N	taak			{}
b4ee2ec0-881b-4a83-8911-d637ebedbe14	2026-11-30 02:11:16.465402+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	afspraak	a35947ee-ef5d-4d24-b658-028153400583		{}		{}	\N	taak			{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
b6471f5b-7d9a-48e3-8303-d737170fd151	2026-11-30 02:11:21.574522+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2		{}	{}	grondslag	9e6d6ab3-05bb-40b6-a453-cdf322409613		{}		{}	\N	taak		grondslag begint: doorzettingsmacht volgens het convenant	{}
b67e284e-3668-4eb2-b0e1-57d1c34885dd	2026-11-30 02:11:16.180529+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f		{}	{}	grondslag	f84e9d4b-c6f3-4c93-83ed-02770ff82aee		{}		{}	\N	taak		grondslag begint: zorgcoördinator van dit gezin	{}
b7155d3f-f7f4-41c5-be8b-2f7980ffc066	2026-11-30 02:11:17.09992+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{}	{}	gezin	a120065d-a865-4362-be4f-07abd844cc56	Van den Berg	{}		{}	\N	taak			{}
b749801a-8f82-418d-b0d2-c9a8b0e33f69	2026-11-30 02:11:19.361174+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		\N		{}	{}	gebruiker	8ff84c53-f594-4618-8fdf-973d17ef43e5	Petra de Wit	{}		{}	\N	taak			{}
b9fe9e84-d9b3-4d1a-8011-39b119378b80	2026-11-30 02:11:15.722065+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	5a9b9c65-e0ed-4989-911f-545c4d76abb2	Anne Pieters	{}		{}	\N	taak		rol gegeven: Anne Pieters, manager (Kliniek Het Keerpunt)	{}
bb49d4cc-2ae8-4fbc-a780-7e0c5c69bb22	2026-11-30 02:11:18.649807+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6		{}	{}	grondslag	8184166b-f762-4f28-8caf-4078a501166a		{}		{}	\N	taak		grondslag begint: rechtstreeks betrokken bij de hulp	{}
bd606940-c006-4c60-bf80-12803b0b9587	2026-11-30 02:11:20.240016+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{4f61b840-101d-48af-bd96-e2c05cddf3da}	{opvoeding}	toestemming	fb4aec16-4bd1-4fca-9525-a5a13233ef1f		{}		{}	\N	taak		Toestemming gegeven	{opvoeding:4f61b840-101d-48af-bd96-e2c05cddf3da}
bdc8cabd-c0d6-4600-a82b-56da0604ccea	2026-11-30 02:11:19.950323+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	{onderwijs}	afspraak	3dad23f9-8d6a-4bdf-8c41-a9212a64d013		{}		{}	\N	taak			{onderwijs:1a147f39-52aa-4908-b04e-25d9aa675cd4}
bf5136f4-fa88-4162-a6d2-52181bb5079f	2026-11-30 02:11:20.89255+00	\N	\N	\N		\N			\N		klok	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	stagnatie	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b		{}		{}	\N	taak		Het plan loopt vast	{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
c03ce48c-2672-4d6d-bec1-9420a360b2c3	2026-11-30 02:11:15.733317+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	5da663da-b0ec-4792-81aa-873c6882c05d	Jasper Willems	{}		{}	\N	taak			{}
c104168a-cabc-4335-b0d2-d98a07ac1a30	2026-11-30 02:11:19.639661+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{}	deelnemer	c0a04ea4-2457-4b42-8d9f-558d79f922c1	Jasper Willems	{}		{}	\N	taak			{}
c131a640-4fc7-4a89-a942-06df518d4b5a	2026-11-30 02:11:17.555633+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2		{}	{}	grondslag	56d91734-4a63-4fe3-9c94-7d4609417554		{}		{}	\N	taak		grondslag begint: zorgcoördinator van dit gezin	{}
c16873b7-aa71-4f1b-910c-3ca4f8286b90	2026-11-30 02:11:22.554305+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		professional	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	bekijken	gelukt	samen uitvoeren van het gezinsplan	a120065d-a865-4362-be4f-07abd844cc56	1002	{}	{}	gezinsplan	\N		{}	rechtstreeks betrokken bij de hulp; zorgcoördinator van dit gezin	{7f4fc76c-5eec-4f8b-9373-fb0c1aad25aa,ec118e7a-d3c9-44a0-a677-563e44c842ac}	\N	taak			{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
c1db0e14-6281-499e-8336-a0cc34b3552a	2026-11-30 02:11:20.465681+00	\N	\N	caa6c2dd-85f6-4c19-896e-da68e794e7dd	Claudia van den Berg	\N			\N		wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	stagnatie	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba		{}		{}	\N	taak		Escalatiebericht gelezen door het gezin	{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
c3cfe56a-95ba-44b8-a70f-af5a7d904b34	2026-11-30 02:11:17.299387+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{}	{}	deelnemer	813adbe8-9baf-4214-bd0b-ba6f1b8441ac	Eva van Rijn	{}		{}	\N	taak			{}
c53b9427-604a-42d8-828f-3756084b99c4	2026-11-30 02:11:19.1833+00	\N	\N	\N		\N			\N		klok	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	afspraak	186b9bdd-8b7f-47fe-93cf-ff084c35aa3d		{}		{}	\N	taak		de termijn is voorbij	{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
c66222a8-39a2-4197-a7ca-59c05d83220b	2026-11-30 02:11:15.785378+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	a5e6707d-7486-49f3-a1e3-23b07035e4ca	Iris Blom	{}		{}	\N	taak			{}
c68e4d4d-445f-4636-b576-ab78d8935003	2026-11-30 02:11:18.619406+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{}	{}	deelnemer	2a3e9cb3-c9a8-4602-90f7-799590957c7c	Jasper Willems	{}		{}	\N	taak		krijgt toegang	{}
c8ffb94f-bbff-42e4-a56f-6e8f428d3a1c	2026-11-30 02:11:15.31984+00	\N	\N	\N		\N			\N		wijzigen	gelukt		\N		{}	{}	regio	\N	Regio De Plassen	{"velden": ["naam"]}		{}	\N	taak			{}
cc5473d6-9bfd-43a2-9261-c3b79e4e1ac4	2026-11-30 02:11:20.078052+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{1a147f39-52aa-4908-b04e-25d9aa675cd4}	{onderwijs}	afspraak	07dc32ab-ab8d-4ee6-a986-28dd51442783		{}		{}	\N	taak		een uitvoerder zegt: ik doe dit	{onderwijs:1a147f39-52aa-4908-b04e-25d9aa675cd4}
cf735728-fd90-4d07-a8ca-3ebeb93302f7	2026-11-30 02:11:18.757944+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	wijzigen	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	{}	afspraak	6dab368f-06b5-4c66-9605-49f1e5496a5d		{}		{}	\N	taak		een uitvoerder zegt: ik doe dit	{onbekend:33b9885c-65fb-4375-af8d-c41ebc75ae24}
d0687871-0025-4b34-93be-b59defe7dac3	2026-11-30 02:11:22.554317+00	\N	\N	6e8c09b6-00e4-46b8-a090-770ab6a04a0d	Dirk Hof	\N		professional	43bf67fd-0721-4243-ab5f-d4db9d1a55eb	Woningstichting Thuisbest	bekijken	gelukt	samen uitvoeren van het gezinsplan	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{}	{}	gezinsplan	\N		{}	rechtstreeks betrokken bij de hulp	{07ffe58d-f5e6-4881-b5d0-bc21b2611180}	\N	taak			{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
d07987af-f480-4b36-92b7-6449e25a434f	2026-11-30 02:11:15.39202+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	instelling	658cd5ef-898a-491e-b5dd-2af4ed135c29	Schuldhulp Plassendam	{"velden": ["aanbod", "gemeente", "leefgebieden", "naam", "soort", "telefoon"]}		{}	\N	taak			{}
d19e22ab-3567-4a1a-9bf4-90c825112b64	2026-11-30 02:11:16.000945+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	287c8451-7542-4825-a5d9-4e4833368c24	Ilse Kuiper	{}		{}	\N	taak			{}
d19e9bff-9ef8-4068-8d2f-8593982775c5	2026-11-30 02:11:17.808282+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	afspraak	8786aa21-68f2-43ab-bfa9-1dd27fa95c94		{}		{}	\N	taak		een uitvoerder zegt: ik doe dit	{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
d1f4f482-b01f-4b9a-a8c5-90b189f925be	2026-11-30 02:11:22.554375+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		professional	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	bekijken	gelukt	samen uitvoeren van het gezinsplan	defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{onderwijs,opvoeding,verslaving}	gezinsplan	\N		{}	rechtstreeks betrokken bij de hulp; zorgcoördinator van dit gezin	{0be55525-a3f8-4cb7-bd7b-cfdc5f6d2dfa,e68648e2-3eb5-4826-9d5f-658422bca1e9}	\N	taak			{onderwijs:1a147f39-52aa-4908-b04e-25d9aa675cd4,opvoeding:1a147f39-52aa-4908-b04e-25d9aa675cd4,opvoeding:d1399f1e-6f09-4b41-be26-db100f3035bb,verslaving:4f61b840-101d-48af-bd96-e2c05cddf3da}
d33a5f68-d022-457d-81be-4866cdee04c2	2026-11-30 02:11:15.959856+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	c71529bf-1c7e-4cad-8529-a422f28d07f2	Leo Haddad	{}		{}	\N	taak			{}
d4a6da47-0011-40b6-8389-c561c5ce7ad5	2026-11-30 02:11:21.608914+00	\N	\N	\N		\N			\N		klok	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	stagnatie	a388b8b1-2f41-43cd-8c26-6c2f4e8fd51b		{}		{}	\N	taak		Nieuwe stap	{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
d526bccc-ead5-4391-b4fa-89ae7ce8fa5b	2026-11-30 02:11:15.875+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	edb57122-2e76-475d-8666-c4ef420865b2	Lotte de Jong	{}		{}	\N	taak		rol gegeven: Lotte de Jong, manager (Woningstichting Thuisbest)	{}
d54f2db7-7fb8-481c-a58a-5526320cbb9c	2026-11-30 02:11:15.57651+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5	Michiel Smit	{}		{}	\N	taak		rol gegeven: Michiel Smit, manager (Maatschappelijk Werk De Brug)	{}
d5fbe3cb-45f2-4d1b-806d-61e858125200	2026-11-30 02:11:17.763439+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{5276c557-ad8b-453a-ba73-58d3fa7be59c}	{}	afspraak	9dfef622-2876-44a0-884e-f25d0f0a6e80		{}		{}	\N	taak			{onbekend:5276c557-ad8b-453a-ba73-58d3fa7be59c}
d6020f4f-b09a-47be-a777-cec4f31ca7d3	2026-11-30 02:11:18.664638+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{33b9885c-65fb-4375-af8d-c41ebc75ae24}	{}	doel	eafa0c6b-87bd-44c4-a2e0-5c08e893b884		{}		{}	\N	taak			{onbekend:33b9885c-65fb-4375-af8d-c41ebc75ae24}
d6bd459b-3a3d-4752-9414-7653488dae62	2026-11-30 02:11:19.756016+00	\N	\N	\N		\N			\N		klok	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{04741d28-e823-41d3-bd7d-3b178716235c}	{}	stagnatie	c606a069-d9a5-48c8-9b26-0dcfa3d5aeba		{}		{}	\N	taak		Het plan loopt vast	{onbekend:04741d28-e823-41d3-bd7d-3b178716235c}
d760d95d-8d4b-4ed2-b49c-d3b1a1b923ca	2026-11-30 02:11:20.078094+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{4f61b840-101d-48af-bd96-e2c05cddf3da}	{verslaving}	afspraak	a5ce7d51-17ee-43cc-9a24-5009273d7c33		{}		{}	\N	taak		een uitvoerder zegt: ik doe dit	{verslaving:4f61b840-101d-48af-bd96-e2c05cddf3da}
d8b8ba26-8de9-4ad3-a767-bb54707f1d80	2026-11-30 02:11:16.100845+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{}	{}	deelnemer	1ed1d66d-701c-4e2c-99f5-5caf18321bc0	Selin Yilmaz	{}		{}	\N	taak		krijgt toegang	{}
da5b27e8-08ab-4825-a66b-e451100bbe4d	2026-11-30 02:11:19.447034+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{d1399f1e-6f09-4b41-be26-db100f3035bb}	{}	deelnemer	d1399f1e-6f09-4b41-be26-db100f3035bb	Daan de Wit	{}		{}	\N	taak			{}
df3a1e46-603f-424c-a2d9-214fd8b2617d	2026-11-30 02:11:17.50196+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{}	{}	deelnemer	80546b3e-b416-4ace-9d7a-19883e60c016	Eva van Rijn	{}		{}	\N	taak		krijgt toegang	{}
df4ad248-ed00-4215-8b47-8c3655f03996	2026-11-30 02:11:20.142724+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{4f61b840-101d-48af-bd96-e2c05cddf3da}	{opvoeding}	toestemming	fb4aec16-4bd1-4fca-9525-a5a13233ef1f		{}		{}	\N	taak		Nog niet compleet	{opvoeding:4f61b840-101d-48af-bd96-e2c05cddf3da}
dfd02910-a4d4-4bbe-b9e5-c5e9dff65d5b	2026-11-30 02:11:17.254677+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56		{}	{}	grondslag	68fd3a5b-ca68-4e76-9f86-e7b1eb068c83		{}		{}	\N	taak		grondslag begint: gegevens van het eigen gezin	{}
e17319d0-ee7c-499e-adb2-9f4f93232ddd	2026-11-30 02:11:19.396593+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{214490ab-eb08-4114-9137-41336132272d}	{}	deelnemer	214490ab-eb08-4114-9137-41336132272d	Mark Jonker	{}		{}	\N	taak			{}
e1c2e510-6750-4dbb-947f-ea9599f66942	2026-11-30 02:11:19.334285+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		defe9132-e90a-455a-bb53-0b394709820a	1005	{}	{}	huishouden	a3778aef-85ac-4ca8-8428-397aa09c54ce		{}		{}	\N	taak			{}
e3bc7519-59e2-4f56-acc6-52cdd9477530	2026-11-30 02:11:17.1156+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{}	{}	deelnemer	7da532bc-1e84-4b3e-b04b-05de9c4b472b	Selin Yilmaz	{}		{}	\N	taak		krijgt toegang	{}
e54afd3d-da41-47dc-94e0-9100279fc060	2026-11-30 02:11:15.827241+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	6e8c09b6-00e4-46b8-a090-770ab6a04a0d	Dirk Hof	{}		{}	\N	taak			{}
e622a22e-aacf-4a9f-8336-27f6187c8043	2026-11-30 02:11:17.609167+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{57ee949c-5b08-4e9f-8707-7864952a58b6}	{}	deelnemer	57ee949c-5b08-4e9f-8707-7864952a58b6	Nadia El Amrani	{}		{}	\N	taak		krijgt toegang	{}
ea12c25d-7ef4-49b2-b774-75acf50a77ca	2026-11-30 02:11:15.68669+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	623eb5d4-b35e-46bd-ade1-2a5541ee0e18	Tobe Okafor	{}		{}	\N	taak			{}
eb38b397-6ea1-40f9-b1f6-4998ddfd6726	2026-11-30 02:11:19.621007+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a		{}	{verslaving}	grondslag	a22950ff-6af7-49d2-86cf-acf879eeae18		{}		{}	\N	taak		grondslag begint: rechtstreeks betrokken bij de hulp	{}
ec521085-7508-40b7-9d6f-ed8d92df86f5	2026-11-30 02:11:15.891097+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	0d1782b4-27ea-4a46-8004-15c4a5acc15b	Ruud Bos	{}		{}	\N	taak			{}
ec81c622-f36b-4dea-ad87-1e6707b10170	2026-11-30 02:11:21.729736+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	aanmaken	gelukt		\N		{}	{}	gebruiker	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	{}		{}	\N	taak		afwezig 29-11-2026 t/m 04-12-2026, Noor Bakker	{}
eca851f5-ef17-4aab-8754-b9cdebc65dbd	2026-11-30 02:11:21.381389+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56		{}	{}	grondslag	abaea5c3-d358-47a7-ad90-cb2d7fb8a05d		{}		{}	\N	taak		grondslag eindigt: doorzettingsmacht volgens het convenant	{}
ecdbad70-5866-4a1e-bfef-ea468f8bdfaa	2026-11-30 02:11:15.332727+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gemeente	da3ed49d-871c-4c7b-aeaf-ccdc3cebfa14	Plassendam	{"velden": ["naam", "telefoon"]}		{}	\N	taak			{}
edf5d541-dec0-4212-a5ab-2103170b5604	2026-11-30 02:11:18.416869+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	1004	{}	{}	gezin	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	Ait	{}		{}	\N	taak			{}
f2d78a46-df67-4860-a168-b654cd8b4a6d	2026-11-30 02:11:17.487916+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{}	{}	gezin	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	El Amrani	{}		{}	\N	taak			{}
f367b3bd-2328-4976-86ad-c761b961a2a7	2026-11-30 02:11:17.592281+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		\N		{}	{}	gebruiker	bbb72a15-b680-4c68-8ae5-d28384a16c28	Nadia El Amrani	{}		{}	\N	taak			{}
f36956cc-3bcb-4716-9c0d-0470f22b4992	2026-11-30 02:11:17.570965+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	aanmaken	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{57ee949c-5b08-4e9f-8707-7864952a58b6}	{}	deelnemer	57ee949c-5b08-4e9f-8707-7864952a58b6	Nadia El Amrani	{}		{}	\N	taak			{}
f8e6fbca-d512-4141-8f6e-a546301196fb	2026-11-30 02:11:15.841665+00	\N	\N	\N		\N			\N		rechten_wijzigen	gelukt		\N		{}	{}	gebruiker	6e8c09b6-00e4-46b8-a090-770ab6a04a0d	Dirk Hof	{}		{}	\N	taak		rol gegeven: Dirk Hof, hulpverlener (Woningstichting Thuisbest)	{}
fa0b1417-43c9-4078-9507-3ceb1cf356e8	2026-11-30 02:11:17.691473+00	\N	\N	b428be33-4292-4f7e-8f07-044f78b43750	Eva van Rijn	\N		hulpverlener	2a752492-62e9-40aa-ad74-5e07c1f06801	Jeugdhulp De Vlieger	rechten_wijzigen	gelukt		dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	1003	{}	{}	deelnemer	d01713f8-6168-4059-904e-5071513b0e5f	Dirk Hof	{}		{}	\N	taak		krijgt toegang	{}
fa1a554d-5cb1-482d-ae23-3686c852b6e9	2026-11-30 02:11:15.477344+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	97296701-92d9-4002-a87e-cd6b6b27fd9a	Rosa Vos	{}		{}	\N	taak			{}
fa550a33-bb95-4fa4-8a06-d0493f7827fe	2026-11-30 02:11:19.285101+00	\N	\N	4bcee1cf-2096-4f43-8b69-e6368536d47a	Noor Bakker	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		defe9132-e90a-455a-bb53-0b394709820a		{}	{inkomen,opvoeding,relaties}	grondslag	e68648e2-3eb5-4826-9d5f-658422bca1e9		{}		{}	\N	taak		grondslag begint: rechtstreeks betrokken bij de hulp	{}
fbbbece8-a005-4588-95e1-8cab456c0ab6	2026-11-30 02:11:16.530219+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	wijzigen	gelukt		4083235d-517f-4a6d-ad03-b08625d4ac4f	1001	{0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}	{}	afspraak	3165748c-a312-4e5d-8623-3f9f5ed87ce5		{}		{}	\N	taak		een uitvoerder zegt: ik doe dit	{onbekend:0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c}
fc4c6d2b-fec2-4e73-81c4-1948169c1980	2026-11-30 02:11:16.026517+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	gebruiker	de6d7b85-8497-40b4-a2da-0ae6940574bf	Derya Aksoy	{}		{}	\N	taak			{}
fe222171-b88a-4cd8-81e4-8feb231d9169	2026-11-30 02:11:15.377336+00	\N	\N	\N		\N			\N		aanmaken	gelukt		\N		{}	{}	instelling	43bf67fd-0721-4243-ab5f-d4db9d1a55eb	Woningstichting Thuisbest	{"velden": ["aanbod", "biedt_hulp", "leefgebieden", "naam", "naam_gevoelig", "naam_voor_anderen", "scholingsplan", "soort", "telefoon", "werkt_ermee"]}		{}	\N	taak			{}
ffd6913e-e5f3-4458-8c75-e79b20bb42c4	2026-11-30 02:11:17.151739+00	\N	\N	1129782a-0f8c-43c8-9984-d923cff39d04	Selin Yilmaz	\N		hulpverlener	7067b83e-6357-41e5-93c3-bd80ad53521a	Maatschappelijk Werk De Brug	rechten_wijzigen	gelukt		a120065d-a865-4362-be4f-07abd844cc56	1002	{}	{}	coordinatorschap	66a45537-c563-465f-a5c6-5ea577a5139d	Selin Yilmaz (Maatschappelijk Werk De Brug)	{}		{}	\N	taak			{}
\.
COPY oefenomgeving_oefenklok (id, seconden_vooruit) FROM stdin;
1	0
\.
COPY termijnen_gevraagd (id, gebruiker_id, termijn_id) FROM stdin;
1	903e0639-8ea9-4598-a27a-ef0dba95a6f4	8f960400-ec4a-441e-af27-bf8fd24f91b2
2	5da663da-b0ec-4792-81aa-873c6882c05d	a91a3aad-d3f9-43a9-811c-b9c7665e5a46
3	b428be33-4292-4f7e-8f07-044f78b43750	5fc6f4e8-2448-405f-beee-f87d94a3e345
4	caa6c2dd-85f6-4c19-896e-da68e794e7dd	0dd99203-3f98-41c9-a72e-6af0fa75db30
5	6e8c09b6-00e4-46b8-a090-770ab6a04a0d	2236141c-cb9e-4e2b-9317-a283ada8a927
6	bbb72a15-b680-4c68-8ae5-d28384a16c28	7c965d19-0375-4911-aa90-c075d3ca3983
7	1129782a-0f8c-43c8-9984-d923cff39d04	04586776-8dbd-4a7e-938c-3b0e8fbaace1
8	5da663da-b0ec-4792-81aa-873c6882c05d	56b555a3-0fc0-4d15-8333-dbe9e59c89da
9	1129782a-0f8c-43c8-9984-d923cff39d04	4e5e80b6-7565-4660-8118-c09554bae362
10	c60ef21e-af19-4ea1-bf1e-ef82545b4b2e	90fb4952-4fac-4abc-bca6-a4ce2b1bb39c
11	5da663da-b0ec-4792-81aa-873c6882c05d	02326973-a7d4-4115-a138-c223de5e4562
12	903e0639-8ea9-4598-a27a-ef0dba95a6f4	9aa1d7d5-dce1-4ade-9dcf-146ad5b2c7b3
13	b428be33-4292-4f7e-8f07-044f78b43750	61ded2e4-3cad-4ddb-813c-4307cdc7709e
14	1129782a-0f8c-43c8-9984-d923cff39d04	61ded2e4-3cad-4ddb-813c-4307cdc7709e
15	1129782a-0f8c-43c8-9984-d923cff39d04	2750ce49-7f87-41e0-9983-3ab3cfe21915
16	8ff84c53-f594-4618-8fdf-973d17ef43e5	4b67238a-f484-4300-89b5-860b9838ec25
17	5da663da-b0ec-4792-81aa-873c6882c05d	ac3525db-ad9e-4d89-a262-466902bdf432
18	5da663da-b0ec-4792-81aa-873c6882c05d	c47b6598-de65-43e3-a933-3178b0fbddd9
19	8ff84c53-f594-4618-8fdf-973d17ef43e5	723e7014-8897-44d5-9ef8-a7434170488d
20	8ff84c53-f594-4618-8fdf-973d17ef43e5	25173c8e-10f9-41eb-acc4-7814724601cd
21	623eb5d4-b35e-46bd-ade1-2a5541ee0e18	25173c8e-10f9-41eb-acc4-7814724601cd
22	4bcee1cf-2096-4f43-8b69-e6368536d47a	bfba8c41-c3b3-4ff0-824f-ae0eb0a6a7c4
23	4bcee1cf-2096-4f43-8b69-e6368536d47a	2db236de-aa9f-4ff3-bfcd-b5f90e6b57c2
24	4bcee1cf-2096-4f43-8b69-e6368536d47a	8dad7ca8-eff4-4f40-8a35-1094105b8f23
25	4bcee1cf-2096-4f43-8b69-e6368536d47a	35a3e8f1-84bf-4efd-9ee1-8423a6b39aa2
26	6e8c09b6-00e4-46b8-a090-770ab6a04a0d	3b863415-8e58-4f70-833e-ccc88175b478
27	b428be33-4292-4f7e-8f07-044f78b43750	3b863415-8e58-4f70-833e-ccc88175b478
28	6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5	fcf64f80-0110-4ee1-b2b7-f96c9fd19b9d
29	ce7c093b-1a63-440f-bd6e-19e7387a0490	27f302ea-e8dc-4c16-b3e7-47115a10c6d9
30	b428be33-4292-4f7e-8f07-044f78b43750	e9bf624d-8f0b-4f6c-aabc-cedcf360342d
31	b074a7aa-d2a1-4e3c-aa4e-3b55f3cfed8e	cf04d6ce-ee09-46a1-bee6-3de587d7ae24
32	ce7c093b-1a63-440f-bd6e-19e7387a0490	00a2528a-0bfd-45fe-aa26-4ee2a41e52cd
33	edb57122-2e76-475d-8666-c4ef420865b2	00e3f2f4-626b-4e77-a25b-cb058417dd6d
34	5da663da-b0ec-4792-81aa-873c6882c05d	7d9ef56d-54d5-4f0b-8f1b-4ff283a2bc15
35	b428be33-4292-4f7e-8f07-044f78b43750	7d9ef56d-54d5-4f0b-8f1b-4ff283a2bc15
36	bbb72a15-b680-4c68-8ae5-d28384a16c28	3eedeaf3-a400-4cef-8c41-e5fa88848b56
37	bbb72a15-b680-4c68-8ae5-d28384a16c28	d2a10c75-d330-42fd-89f3-f780dfd454ee
\.
COPY termijnen_herinnering (id, aan_de_beurt_op, termijn_id) FROM stdin;
7	2026-12-13 05:00:00+00	0dd99203-3f98-41c9-a72e-6af0fa75db30
8	2026-12-19 05:00:00+00	0dd99203-3f98-41c9-a72e-6af0fa75db30
11	2026-12-13 05:00:00+00	7c965d19-0375-4911-aa90-c075d3ca3983
12	2026-12-19 05:00:00+00	7c965d19-0375-4911-aa90-c075d3ca3983
18	2026-12-13 05:00:00+00	90fb4952-4fac-4abc-bca6-a4ce2b1bb39c
19	2026-12-19 05:00:00+00	90fb4952-4fac-4abc-bca6-a4ce2b1bb39c
27	2026-12-01 05:00:00+00	4b67238a-f484-4300-89b5-860b9838ec25
29	2026-12-05 05:00:00+00	ac3525db-ad9e-4d89-a262-466902bdf432
31	2026-12-04 05:00:00+00	c47b6598-de65-43e3-a933-3178b0fbddd9
33	2026-11-30 05:00:00+00	723e7014-8897-44d5-9ef8-a7434170488d
34	2026-11-30 05:00:00+00	25173c8e-10f9-41eb-acc4-7814724601cd
35	2026-12-06 05:00:00+00	25173c8e-10f9-41eb-acc4-7814724601cd
37	2026-12-03 05:00:00+00	bfba8c41-c3b3-4ff0-824f-ae0eb0a6a7c4
40	2027-11-07 05:00:00+00	8dad7ca8-eff4-4f40-8a35-1094105b8f23
41	2027-11-13 05:00:00+00	8dad7ca8-eff4-4f40-8a35-1094105b8f23
42	2027-11-07 05:00:00+00	35a3e8f1-84bf-4efd-9ee1-8423a6b39aa2
43	2027-11-13 05:00:00+00	35a3e8f1-84bf-4efd-9ee1-8423a6b39aa2
48	2026-11-30 05:00:00+00	cf04d6ce-ee09-46a1-bee6-3de587d7ae24
50	2026-12-01 05:00:00+00	00e3f2f4-626b-4e77-a25b-cb058417dd6d
51	2026-11-30 22:59:59+00	7d9ef56d-54d5-4f0b-8f1b-4ff283a2bc15
54	2026-11-30 05:00:00+00	00a2528a-0bfd-45fe-aa26-4ee2a41e52cd
55	2026-12-06 05:00:00+00	00a2528a-0bfd-45fe-aa26-4ee2a41e52cd
56	2026-11-30 05:00:00+00	d2a10c75-d330-42fd-89f3-f780dfd454ee
57	2026-12-06 05:00:00+00	d2a10c75-d330-42fd-89f3-f780dfd454ee
\.
COPY termijnen_kloktik (id, laatste_op, aantal_termijnen) FROM stdin;
1	2026-11-30 02:11:15.311522+00	0
\.
COPY termijnen_termijn (id, soort, staat, begint_op, loopt_af_op, aan_de_beurt_op, aantal, eenheid, oorspronkelijk_loopt_af_op, beeindigd_op, pogingen, gezin_id, houder_id) FROM stdin;
00a2528a-0bfd-45fe-aa26-4ee2a41e52cd	stap_vastleggen	loopt	2026-11-25 22:59:59+00	2026-12-07 22:59:59+00	2026-12-07 22:59:59+00	\N		2026-12-02 22:59:59+00	\N	0	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	ce7c093b-1a63-440f-bd6e-19e7387a0490
00e3f2f4-626b-4e77-a25b-cb058417dd6d	vraag	loopt	2026-11-25 22:59:59+00	2026-12-02 22:59:59+00	2026-12-02 22:59:59+00	1	week	2026-12-02 22:59:59+00	\N	0	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	ce7c093b-1a63-440f-bd6e-19e7387a0490
02326973-a7d4-4115-a138-c223de5e4562	afspraak	niet_gehaald	2026-11-05 09:00:00+00	2026-11-29 22:59:59+00	2026-11-29 22:59:59+00	\N		2026-11-29 22:59:59+00	2026-11-29 22:59:59+00	0	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	b428be33-4292-4f7e-8f07-044f78b43750
04586776-8dbd-4a7e-938c-3b0e8fbaace1	stap_vastleggen	gehaald	2026-10-29 09:00:00+00	2026-11-05 22:59:59+00	2026-11-05 22:59:59+00	1	week	2026-11-05 22:59:59+00	2026-10-31 09:00:00+00	0	4083235d-517f-4a6d-ad03-b08625d4ac4f	1129782a-0f8c-43c8-9984-d923cff39d04
0dd99203-3f98-41c9-a72e-6af0fa75db30	afspraak	loopt	2026-10-23 08:00:00+00	2026-12-20 22:59:59+00	2026-12-20 22:59:59+00	\N		2026-12-20 22:59:59+00	\N	0	a120065d-a865-4362-be4f-07abd844cc56	1129782a-0f8c-43c8-9984-d923cff39d04
110f405f-4ab7-45a1-ae03-481bf7d4324f	verjaardag	loopt	2026-11-10 09:00:00+00	2027-12-10 23:00:00+00	2027-12-10 23:00:00+00	\N		2027-12-10 23:00:00+00	\N	0	defe9132-e90a-455a-bb53-0b394709820a	\N
1371ac7c-7f9b-4df4-8a21-cc948a49f09b	verjaardag	loopt	2026-11-10 09:00:00+00	2029-12-10 23:00:00+00	2029-12-10 23:00:00+00	\N		2029-12-10 23:00:00+00	\N	0	defe9132-e90a-455a-bb53-0b394709820a	\N
15fb3d67-de3f-408e-9d25-6b91e0abcdc2	verjaardag_nadert	loopt	2026-10-26 09:00:00+00	2032-10-10 22:00:00+00	2032-10-10 22:00:00+00	\N		2032-10-10 22:00:00+00	\N	0	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	\N
2236141c-cb9e-4e2b-9317-a283ada8a927	afspraak	niet_gehaald	2026-10-26 09:00:00+00	2026-11-16 22:59:59+00	2026-11-16 22:59:59+00	\N		2026-11-16 22:59:59+00	2026-11-16 22:59:59+00	0	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	b428be33-4292-4f7e-8f07-044f78b43750
25173c8e-10f9-41eb-acc4-7814724601cd	afspraak	loopt	2026-11-12 09:00:00+00	2026-12-07 22:59:59+00	2026-12-07 22:59:59+00	\N		2026-12-07 22:59:59+00	\N	0	defe9132-e90a-455a-bb53-0b394709820a	4bcee1cf-2096-4f43-8b69-e6368536d47a
2750ce49-7f87-41e0-9983-3ab3cfe21915	stap_vastleggen	niet_gehaald	2026-11-10 22:59:59+00	2026-11-17 22:59:59+00	2026-11-17 22:59:59+00	1	week	2026-11-17 22:59:59+00	2026-11-17 22:59:59+00	0	a120065d-a865-4362-be4f-07abd844cc56	1129782a-0f8c-43c8-9984-d923cff39d04
27f302ea-e8dc-4c16-b3e7-47115a10c6d9	vraag	niet_gehaald	2026-11-17 22:59:59+00	2026-11-24 22:59:59+00	2026-11-24 22:59:59+00	1	week	2026-11-24 22:59:59+00	2026-11-24 22:59:59+00	0	a120065d-a865-4362-be4f-07abd844cc56	6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5
2972c6fe-e825-4abd-b88b-38262bd20739	verjaardag_nadert	loopt	2026-11-05 09:00:00+00	2030-11-10 23:00:00+00	2030-11-10 23:00:00+00	\N		2030-11-10 23:00:00+00	\N	0	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	\N
2db236de-aa9f-4ff3-bfcd-b5f90e6b57c2	afspraak	gehaald	2026-11-12 09:00:00+00	2026-11-25 22:59:59+00	2026-11-25 22:59:59+00	\N		2026-11-25 22:59:59+00	2026-11-22 09:00:00+00	0	defe9132-e90a-455a-bb53-0b394709820a	4bcee1cf-2096-4f43-8b69-e6368536d47a
35a3e8f1-84bf-4efd-9ee1-8423a6b39aa2	toestemming_loopt_af	loopt	2026-11-14 09:00:00+00	2027-11-14 22:59:59+00	2027-11-14 22:59:59+00	\N		2027-11-14 22:59:59+00	\N	0	defe9132-e90a-455a-bb53-0b394709820a	4bcee1cf-2096-4f43-8b69-e6368536d47a
3b863415-8e58-4f70-833e-ccc88175b478	navraag	niet_gehaald	2026-11-16 22:59:59+00	2026-11-18 22:59:59+00	2026-11-18 22:59:59+00	2	werkdag	2026-11-18 22:59:59+00	2026-11-18 22:59:59+00	0	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	b428be33-4292-4f7e-8f07-044f78b43750
3eedeaf3-a400-4cef-8c41-e5fa88848b56	oplossing	gehaald	2026-11-30 02:11:15.311522+00	2026-12-07 22:59:59+00	2026-12-07 22:59:59+00	1	week	2026-12-07 22:59:59+00	2026-11-30 02:11:15.311522+00	0	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	b428be33-4292-4f7e-8f07-044f78b43750
4b67238a-f484-4300-89b5-860b9838ec25	afspraak	loopt	2026-11-12 09:00:00+00	2026-12-02 22:59:59+00	2026-12-02 22:59:59+00	\N		2026-12-02 22:59:59+00	\N	0	defe9132-e90a-455a-bb53-0b394709820a	4bcee1cf-2096-4f43-8b69-e6368536d47a
4e5e80b6-7565-4660-8118-c09554bae362	stap_resultaat	gehaald	2026-10-31 09:00:00+00	2026-11-13 22:59:59+00	2026-11-13 22:59:59+00	\N		2026-11-10 22:59:59+00	2026-11-06 09:00:00+00	0	4083235d-517f-4a6d-ad03-b08625d4ac4f	1129782a-0f8c-43c8-9984-d923cff39d04
56b555a3-0fc0-4d15-8333-dbe9e59c89da	actie	gehaald	2026-10-31 09:00:00+00	2026-11-10 22:59:59+00	2026-11-10 22:59:59+00	\N		2026-11-10 22:59:59+00	2026-11-04 09:00:00+00	0	4083235d-517f-4a6d-ad03-b08625d4ac4f	1129782a-0f8c-43c8-9984-d923cff39d04
5a9f6b41-a9e5-4356-a04b-0bf3b97439a4	verjaardag	loopt	2026-10-22 08:00:00+00	2028-11-10 23:00:00+00	2028-11-10 23:00:00+00	\N		2028-11-10 23:00:00+00	\N	0	4083235d-517f-4a6d-ad03-b08625d4ac4f	\N
5fc6f4e8-2448-405f-beee-f87d94a3e345	afspraak	niet_gehaald	2026-10-23 08:00:00+00	2026-11-07 22:59:59+00	2026-11-07 22:59:59+00	\N		2026-11-07 22:59:59+00	2026-11-07 22:59:59+00	0	a120065d-a865-4362-be4f-07abd844cc56	1129782a-0f8c-43c8-9984-d923cff39d04
61ded2e4-3cad-4ddb-813c-4307cdc7709e	navraag	niet_gehaald	2026-11-07 22:59:59+00	2026-11-10 22:59:59+00	2026-11-10 22:59:59+00	2	werkdag	2026-11-10 22:59:59+00	2026-11-10 22:59:59+00	0	a120065d-a865-4362-be4f-07abd844cc56	1129782a-0f8c-43c8-9984-d923cff39d04
723e7014-8897-44d5-9ef8-a7434170488d	afspraak	loopt	2026-11-12 09:00:00+00	2026-12-01 22:59:59+00	2026-12-01 22:59:59+00	\N		2026-12-01 22:59:59+00	\N	0	defe9132-e90a-455a-bb53-0b394709820a	4bcee1cf-2096-4f43-8b69-e6368536d47a
7c965d19-0375-4911-aa90-c075d3ca3983	afspraak	loopt	2026-10-26 09:00:00+00	2026-12-20 22:59:59+00	2026-12-20 22:59:59+00	\N		2026-12-20 22:59:59+00	\N	0	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	b428be33-4292-4f7e-8f07-044f78b43750
7d9ef56d-54d5-4f0b-8f1b-4ff283a2bc15	navraag	loopt	2026-11-29 22:59:59+00	2026-12-01 22:59:59+00	2026-12-01 22:59:59+00	2	werkdag	2026-12-01 22:59:59+00	\N	0	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	b428be33-4292-4f7e-8f07-044f78b43750
81809bc0-57fe-4ab3-8c79-9927c90bf073	verjaardag_nadert	loopt	2026-11-10 09:00:00+00	2029-11-10 23:00:00+00	2029-11-10 23:00:00+00	\N		2029-11-10 23:00:00+00	\N	0	defe9132-e90a-455a-bb53-0b394709820a	\N
86889a98-edda-4b5f-b6ab-e833bc16a884	verjaardag_nadert	loopt	2026-10-22 08:00:00+00	2028-10-10 22:00:00+00	2028-10-10 22:00:00+00	\N		2028-10-10 22:00:00+00	\N	0	4083235d-517f-4a6d-ad03-b08625d4ac4f	\N
8dad7ca8-eff4-4f40-8a35-1094105b8f23	toestemming_loopt_af	loopt	2026-11-14 09:00:00+00	2027-11-14 22:59:59+00	2027-11-14 22:59:59+00	\N		2027-11-14 22:59:59+00	\N	0	defe9132-e90a-455a-bb53-0b394709820a	4bcee1cf-2096-4f43-8b69-e6368536d47a
8f960400-ec4a-441e-af27-bf8fd24f91b2	afspraak	vervallen	2026-10-22 08:00:00+00	2026-12-20 22:59:59+00	2026-12-20 22:59:59+00	\N		2026-12-20 22:59:59+00	2026-11-24 09:00:00+00	0	4083235d-517f-4a6d-ad03-b08625d4ac4f	1129782a-0f8c-43c8-9984-d923cff39d04
90fb4952-4fac-4abc-bca6-a4ce2b1bb39c	afspraak	loopt	2026-11-05 09:00:00+00	2026-12-20 22:59:59+00	2026-12-20 22:59:59+00	\N		2026-12-20 22:59:59+00	\N	0	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	b428be33-4292-4f7e-8f07-044f78b43750
9928a516-fc18-4d6b-8abc-6fcd731f2ed1	verjaardag	loopt	2026-10-23 08:00:00+00	2027-11-10 23:00:00+00	2027-11-10 23:00:00+00	\N		2027-11-10 23:00:00+00	\N	0	a120065d-a865-4362-be4f-07abd844cc56	\N
9aa1d7d5-dce1-4ade-9dcf-146ad5b2c7b3	oplossing	gehaald	2026-11-06 09:00:00+00	2026-11-13 22:59:59+00	2026-11-13 22:59:59+00	1	week	2026-11-13 22:59:59+00	2026-11-06 09:00:00+00	0	4083235d-517f-4a6d-ad03-b08625d4ac4f	1129782a-0f8c-43c8-9984-d923cff39d04
a7b9a5d3-9ee1-4dd9-9703-de6a484e63ba	verjaardag	loopt	2026-11-05 09:00:00+00	2030-12-10 23:00:00+00	2030-12-10 23:00:00+00	\N		2030-12-10 23:00:00+00	\N	0	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	\N
a91a3aad-d3f9-43a9-811c-b9c7665e5a46	afspraak	gehaald	2026-10-22 08:00:00+00	2026-11-30 22:59:59+00	2026-11-30 22:59:59+00	\N		2026-11-30 22:59:59+00	2026-11-04 09:00:00+00	0	4083235d-517f-4a6d-ad03-b08625d4ac4f	1129782a-0f8c-43c8-9984-d923cff39d04
ac3525db-ad9e-4d89-a262-466902bdf432	afspraak	loopt	2026-11-12 09:00:00+00	2026-12-06 22:59:59+00	2026-12-06 22:59:59+00	\N		2026-12-06 22:59:59+00	\N	0	defe9132-e90a-455a-bb53-0b394709820a	4bcee1cf-2096-4f43-8b69-e6368536d47a
ac4bbcca-3fcd-4122-aab0-da400a968d74	verjaardag_nadert	loopt	2026-11-10 09:00:00+00	2027-11-10 23:00:00+00	2027-11-10 23:00:00+00	\N		2027-11-10 23:00:00+00	\N	0	defe9132-e90a-455a-bb53-0b394709820a	\N
bfba8c41-c3b3-4ff0-824f-ae0eb0a6a7c4	afspraak	loopt	2026-11-12 09:00:00+00	2026-12-04 22:59:59+00	2026-12-04 22:59:59+00	\N		2026-12-04 22:59:59+00	\N	0	defe9132-e90a-455a-bb53-0b394709820a	4bcee1cf-2096-4f43-8b69-e6368536d47a
c47b6598-de65-43e3-a933-3178b0fbddd9	afspraak	loopt	2026-11-12 09:00:00+00	2026-12-05 22:59:59+00	2026-12-05 22:59:59+00	\N		2026-12-05 22:59:59+00	\N	0	defe9132-e90a-455a-bb53-0b394709820a	4bcee1cf-2096-4f43-8b69-e6368536d47a
cf04d6ce-ee09-46a1-bee6-3de587d7ae24	stap_vastleggen	loopt	2026-11-24 22:59:59+00	2026-12-01 22:59:59+00	2026-12-01 22:59:59+00	1	week	2026-12-01 22:59:59+00	\N	0	a120065d-a865-4362-be4f-07abd844cc56	b074a7aa-d2a1-4e3c-aa4e-3b55f3cfed8e
d2a10c75-d330-42fd-89f3-f780dfd454ee	oplossing	loopt	2026-11-30 02:11:15.311522+00	2026-12-07 22:59:59+00	2026-12-07 22:59:59+00	1	week	2026-12-07 22:59:59+00	\N	0	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	b428be33-4292-4f7e-8f07-044f78b43750
e9bf624d-8f0b-4f6c-aabc-cedcf360342d	stap_vastleggen	niet_gehaald	2026-11-18 22:59:59+00	2026-11-25 22:59:59+00	2026-11-25 22:59:59+00	1	week	2026-11-25 22:59:59+00	2026-11-25 22:59:59+00	0	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	b428be33-4292-4f7e-8f07-044f78b43750
ec338efb-24d7-46a7-985a-6920790977fb	verjaardag	loopt	2026-10-26 09:00:00+00	2032-11-10 23:00:00+00	2032-11-10 23:00:00+00	\N		2032-11-10 23:00:00+00	\N	0	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	\N
f87c3372-dabf-4def-bddd-0ee8ab7f2873	verjaardag_nadert	loopt	2026-10-23 08:00:00+00	2027-10-10 22:00:00+00	2027-10-10 22:00:00+00	\N		2027-10-10 22:00:00+00	\N	0	a120065d-a865-4362-be4f-07abd844cc56	\N
fcf64f80-0110-4ee1-b2b7-f96c9fd19b9d	stap_vastleggen	niet_gehaald	2026-11-17 22:59:59+00	2026-11-24 22:59:59+00	2026-11-24 22:59:59+00	1	week	2026-11-24 22:59:59+00	2026-11-24 22:59:59+00	0	a120065d-a865-4362-be4f-07abd844cc56	6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5
\.
COPY termijnen_termijnwijziging (id, op, van_staat, naar_staat, van_loopt_af_op, naar_loopt_af_op, reden, door_id, termijn_id, namens_id) FROM stdin;
1	2026-10-22 08:00:00+00		loopt	\N	2028-11-10 23:00:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	5a9f6b41-a9e5-4356-a04b-0bf3b97439a4	\N
2	2026-10-22 08:00:00+00		loopt	\N	2028-10-10 22:00:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	86889a98-edda-4b5f-b6ab-e833bc16a884	\N
3	2026-10-22 08:00:00+00		loopt	\N	2026-12-20 22:59:59+00		1129782a-0f8c-43c8-9984-d923cff39d04	8f960400-ec4a-441e-af27-bf8fd24f91b2	\N
4	2026-10-22 08:00:00+00		loopt	\N	2026-11-30 22:59:59+00		1129782a-0f8c-43c8-9984-d923cff39d04	a91a3aad-d3f9-43a9-811c-b9c7665e5a46	\N
5	2026-10-23 08:00:00+00		loopt	\N	2027-11-10 23:00:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	9928a516-fc18-4d6b-8abc-6fcd731f2ed1	\N
6	2026-10-23 08:00:00+00		loopt	\N	2027-10-10 22:00:00+00		1129782a-0f8c-43c8-9984-d923cff39d04	f87c3372-dabf-4def-bddd-0ee8ab7f2873	\N
7	2026-10-23 08:00:00+00		loopt	\N	2026-11-07 22:59:59+00		1129782a-0f8c-43c8-9984-d923cff39d04	5fc6f4e8-2448-405f-beee-f87d94a3e345	\N
8	2026-10-23 08:00:00+00		loopt	\N	2026-12-20 22:59:59+00		1129782a-0f8c-43c8-9984-d923cff39d04	0dd99203-3f98-41c9-a72e-6af0fa75db30	\N
9	2026-10-26 09:00:00+00		loopt	\N	2032-11-10 23:00:00+00		b428be33-4292-4f7e-8f07-044f78b43750	ec338efb-24d7-46a7-985a-6920790977fb	\N
10	2026-10-26 09:00:00+00		loopt	\N	2032-10-10 22:00:00+00		b428be33-4292-4f7e-8f07-044f78b43750	15fb3d67-de3f-408e-9d25-6b91e0abcdc2	\N
11	2026-10-26 09:00:00+00		loopt	\N	2026-11-16 22:59:59+00		b428be33-4292-4f7e-8f07-044f78b43750	2236141c-cb9e-4e2b-9317-a283ada8a927	\N
12	2026-10-26 09:00:00+00		loopt	\N	2026-12-20 22:59:59+00		b428be33-4292-4f7e-8f07-044f78b43750	7c965d19-0375-4911-aa90-c075d3ca3983	\N
13	2026-10-29 09:00:00+00		loopt	\N	2026-11-05 22:59:59+00	stap begonnen	1129782a-0f8c-43c8-9984-d923cff39d04	04586776-8dbd-4a7e-938c-3b0e8fbaace1	\N
14	2026-10-31 09:00:00+00		loopt	\N	2026-11-10 22:59:59+00	actie vastgelegd	1129782a-0f8c-43c8-9984-d923cff39d04	56b555a3-0fc0-4d15-8333-dbe9e59c89da	\N
15	2026-10-31 09:00:00+00	loopt	gehaald	\N	2026-11-05 22:59:59+00	acties vastgelegd	1129782a-0f8c-43c8-9984-d923cff39d04	04586776-8dbd-4a7e-938c-3b0e8fbaace1	\N
16	2026-10-31 09:00:00+00		loopt	\N	2026-11-10 22:59:59+00	acties vastgelegd	1129782a-0f8c-43c8-9984-d923cff39d04	4e5e80b6-7565-4660-8118-c09554bae362	\N
17	2026-11-04 09:00:00+00	loopt	gehaald	\N	2026-11-10 22:59:59+00		5da663da-b0ec-4792-81aa-873c6882c05d	56b555a3-0fc0-4d15-8333-dbe9e59c89da	\N
18	2026-11-04 09:00:00+00	loopt	gehaald	\N	2026-11-30 22:59:59+00		5da663da-b0ec-4792-81aa-873c6882c05d	a91a3aad-d3f9-43a9-811c-b9c7665e5a46	\N
19	2026-11-05 09:00:00+00		loopt	\N	2030-12-10 23:00:00+00		b428be33-4292-4f7e-8f07-044f78b43750	a7b9a5d3-9ee1-4dd9-9703-de6a484e63ba	\N
20	2026-11-05 09:00:00+00		loopt	\N	2030-11-10 23:00:00+00		b428be33-4292-4f7e-8f07-044f78b43750	2972c6fe-e825-4abd-b88b-38262bd20739	\N
21	2026-11-05 09:00:00+00		loopt	\N	2026-12-20 22:59:59+00		b428be33-4292-4f7e-8f07-044f78b43750	90fb4952-4fac-4abc-bca6-a4ce2b1bb39c	\N
22	2026-11-05 09:00:00+00		loopt	\N	2026-11-29 22:59:59+00		b428be33-4292-4f7e-8f07-044f78b43750	02326973-a7d4-4115-a138-c223de5e4562	\N
23	2026-11-06 09:00:00+00		loopt	\N	2026-11-13 22:59:59+00	gevraagd of dit is opgelost	1129782a-0f8c-43c8-9984-d923cff39d04	9aa1d7d5-dce1-4ade-9dcf-146ad5b2c7b3	\N
24	2026-11-06 09:00:00+00	loopt	loopt	2026-11-10 22:59:59+00	2026-11-13 22:59:59+00	wacht op het antwoord van het gezin	1129782a-0f8c-43c8-9984-d923cff39d04	4e5e80b6-7565-4660-8118-c09554bae362	\N
25	2026-11-06 09:00:00+00	loopt	gehaald	\N	2026-11-13 22:59:59+00	beantwoord	903e0639-8ea9-4598-a27a-ef0dba95a6f4	9aa1d7d5-dce1-4ade-9dcf-146ad5b2c7b3	\N
26	2026-11-06 09:00:00+00	loopt	gehaald	\N	2026-11-13 22:59:59+00	Opgelost	903e0639-8ea9-4598-a27a-ef0dba95a6f4	4e5e80b6-7565-4660-8118-c09554bae362	\N
27	2026-11-07 22:59:59+00	loopt	niet_gehaald	\N	2026-11-07 22:59:59+00	De termijn is verstreken.	\N	5fc6f4e8-2448-405f-beee-f87d94a3e345	\N
28	2026-11-07 22:59:59+00		loopt	\N	2026-11-10 22:59:59+00		\N	61ded2e4-3cad-4ddb-813c-4307cdc7709e	\N
29	2026-11-10 09:00:00+00		loopt	\N	2027-12-10 23:00:00+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	110f405f-4ab7-45a1-ae03-481bf7d4324f	\N
30	2026-11-10 09:00:00+00		loopt	\N	2027-11-10 23:00:00+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	ac4bbcca-3fcd-4122-aab0-da400a968d74	\N
31	2026-11-10 09:00:00+00		loopt	\N	2029-12-10 23:00:00+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	1371ac7c-7f9b-4df4-8a21-cc948a49f09b	\N
32	2026-11-10 09:00:00+00		loopt	\N	2029-11-10 23:00:00+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	81809bc0-57fe-4ab3-8c79-9927c90bf073	\N
33	2026-11-10 22:59:59+00	loopt	niet_gehaald	\N	2026-11-10 22:59:59+00	De termijn is verstreken.	\N	61ded2e4-3cad-4ddb-813c-4307cdc7709e	\N
34	2026-11-10 22:59:59+00		loopt	\N	2026-11-17 22:59:59+00	stap begonnen	\N	2750ce49-7f87-41e0-9983-3ab3cfe21915	\N
35	2026-11-12 09:00:00+00		loopt	\N	2026-12-02 22:59:59+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	4b67238a-f484-4300-89b5-860b9838ec25	\N
36	2026-11-12 09:00:00+00		loopt	\N	2026-12-06 22:59:59+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	ac3525db-ad9e-4d89-a262-466902bdf432	\N
37	2026-11-12 09:00:00+00		loopt	\N	2026-12-05 22:59:59+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	c47b6598-de65-43e3-a933-3178b0fbddd9	\N
38	2026-11-12 09:00:00+00		loopt	\N	2026-12-01 22:59:59+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	723e7014-8897-44d5-9ef8-a7434170488d	\N
39	2026-11-12 09:00:00+00		loopt	\N	2026-12-07 22:59:59+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	25173c8e-10f9-41eb-acc4-7814724601cd	\N
40	2026-11-12 09:00:00+00		loopt	\N	2026-12-04 22:59:59+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	bfba8c41-c3b3-4ff0-824f-ae0eb0a6a7c4	\N
41	2026-11-12 09:00:00+00		loopt	\N	2026-11-25 22:59:59+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	2db236de-aa9f-4ff3-bfcd-b5f90e6b57c2	\N
42	2026-11-14 09:00:00+00		loopt	\N	2027-11-14 22:59:59+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	8dad7ca8-eff4-4f40-8a35-1094105b8f23	\N
43	2026-11-14 09:00:00+00		loopt	\N	2027-11-14 22:59:59+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	35a3e8f1-84bf-4efd-9ee1-8423a6b39aa2	\N
44	2026-11-16 22:59:59+00	loopt	niet_gehaald	\N	2026-11-16 22:59:59+00	De termijn is verstreken.	\N	2236141c-cb9e-4e2b-9317-a283ada8a927	\N
45	2026-11-16 22:59:59+00		loopt	\N	2026-11-18 22:59:59+00		\N	3b863415-8e58-4f70-833e-ccc88175b478	\N
46	2026-11-17 22:59:59+00	loopt	niet_gehaald	\N	2026-11-17 22:59:59+00	De termijn is verstreken.	\N	2750ce49-7f87-41e0-9983-3ab3cfe21915	\N
47	2026-11-17 22:59:59+00		loopt	\N	2026-11-24 22:59:59+00	stap begonnen	\N	fcf64f80-0110-4ee1-b2b7-f96c9fd19b9d	\N
48	2026-11-17 22:59:59+00		loopt	\N	2026-11-24 22:59:59+00	uitleg gevraagd over het aandeel dat ontbreekt	\N	27f302ea-e8dc-4c16-b3e7-47115a10c6d9	\N
49	2026-11-18 22:59:59+00	loopt	niet_gehaald	\N	2026-11-18 22:59:59+00	De termijn is verstreken.	\N	3b863415-8e58-4f70-833e-ccc88175b478	\N
50	2026-11-18 22:59:59+00		loopt	\N	2026-11-25 22:59:59+00	stap begonnen	\N	e9bf624d-8f0b-4f6c-aabc-cedcf360342d	\N
51	2026-11-22 09:00:00+00	loopt	gehaald	\N	2026-11-25 22:59:59+00		4bcee1cf-2096-4f43-8b69-e6368536d47a	2db236de-aa9f-4ff3-bfcd-b5f90e6b57c2	\N
52	2026-11-24 09:00:00+00	loopt	vervallen	\N	2026-12-20 22:59:59+00	het doel is bereikt	1129782a-0f8c-43c8-9984-d923cff39d04	8f960400-ec4a-441e-af27-bf8fd24f91b2	\N
53	2026-11-24 22:59:59+00	loopt	niet_gehaald	\N	2026-11-24 22:59:59+00	De termijn is verstreken.	\N	27f302ea-e8dc-4c16-b3e7-47115a10c6d9	\N
54	2026-11-24 22:59:59+00	loopt	niet_gehaald	\N	2026-11-24 22:59:59+00	De termijn is verstreken.	\N	fcf64f80-0110-4ee1-b2b7-f96c9fd19b9d	\N
55	2026-11-24 22:59:59+00		loopt	\N	2026-12-01 22:59:59+00	stap begonnen	\N	cf04d6ce-ee09-46a1-bee6-3de587d7ae24	\N
56	2026-11-25 22:59:59+00	loopt	niet_gehaald	\N	2026-11-25 22:59:59+00	De termijn is verstreken.	\N	e9bf624d-8f0b-4f6c-aabc-cedcf360342d	\N
57	2026-11-25 22:59:59+00		loopt	\N	2026-12-02 22:59:59+00	stap begonnen	\N	00a2528a-0bfd-45fe-aa26-4ee2a41e52cd	\N
58	2026-11-25 22:59:59+00		loopt	\N	2026-12-02 22:59:59+00	uitleg gevraagd over het aandeel dat ontbreekt	\N	00e3f2f4-626b-4e77-a25b-cb058417dd6d	\N
59	2026-11-29 22:59:59+00	loopt	niet_gehaald	\N	2026-11-29 22:59:59+00	De termijn is verstreken.	\N	02326973-a7d4-4115-a138-c223de5e4562	\N
60	2026-11-29 22:59:59+00		loopt	\N	2026-12-01 22:59:59+00		\N	7d9ef56d-54d5-4f0b-8f1b-4ff283a2bc15	\N
61	2026-11-30 02:11:15.311522+00		loopt	\N	2026-12-07 22:59:59+00	gevraagd of dit is opgelost	b428be33-4292-4f7e-8f07-044f78b43750	3eedeaf3-a400-4cef-8c41-e5fa88848b56	\N
62	2026-11-30 02:11:15.311522+00	loopt	loopt	2026-12-02 22:59:59+00	2026-12-07 22:59:59+00	wacht op het antwoord van het gezin	b428be33-4292-4f7e-8f07-044f78b43750	00a2528a-0bfd-45fe-aa26-4ee2a41e52cd	\N
63	2026-11-30 02:11:15.311522+00	loopt	gehaald	\N	2026-12-07 22:59:59+00	beantwoord	b428be33-4292-4f7e-8f07-044f78b43750	3eedeaf3-a400-4cef-8c41-e5fa88848b56	\N
64	2026-11-30 02:11:15.311522+00		loopt	\N	2026-12-07 22:59:59+00	gevraagd of dit is opgelost	b428be33-4292-4f7e-8f07-044f78b43750	d2a10c75-d330-42fd-89f3-f780dfd454ee	\N
\.
COPY toestemming_deelkeuze (id, onderdeel, op, tot, gezin_id, van_id, voor_id) FROM stdin;
f59b86b1-8f63-4383-be80-1c34ba5e9305	ea64391c-af20-4e8e-858d-0b4916837ba8	2026-11-15 09:00:00+00	\N	defe9132-e90a-455a-bb53-0b394709820a	4f61b840-101d-48af-bd96-e2c05cddf3da	d1399f1e-6f09-4b41-be26-db100f3035bb
\.
COPY toestemming_deelkeuzeevent (pgh_id, pgh_created_at, pgh_label, id, onderdeel, op, tot, gezin_id, pgh_context_id, pgh_obj_id, van_id, voor_id) FROM stdin;
1	2026-11-30 02:11:20.513025+00	insert	f59b86b1-8f63-4383-be80-1c34ba5e9305	ea64391c-af20-4e8e-858d-0b4916837ba8	2026-11-15 09:00:00+00	\N	defe9132-e90a-455a-bb53-0b394709820a	\N	f59b86b1-8f63-4383-be80-1c34ba5e9305	4f61b840-101d-48af-bd96-e2c05cddf3da	d1399f1e-6f09-4b41-be26-db100f3035bb
\.
COPY toestemming_grondslag (id, soort, alles, leefgebieden, voor_object, van, tot, deelnemer_id, gebruiker_id, gezin_id, bereik, instelling_id, kenmerk, over_wie, reden, uiterlijk) FROM stdin;
07ffe58d-f5e6-4881-b5d0-bc21b2611180	rechtstreeks_betrokken	f	{wonen}	\N	2026-10-26 09:00:00+00	\N	d01713f8-6168-4059-904e-5071513b0e5f	6e8c09b6-00e4-46b8-a090-770ab6a04a0d	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	iedereen	\N		{}		\N
0be55525-a3f8-4cb7-bd7b-cfdc5f6d2dfa	coordinatie	t	{}	\N	2026-11-10 09:00:00+00	\N	bbb0e8f1-8a39-4557-a937-617d593ee599	4bcee1cf-2096-4f43-8b69-e6368536d47a	defe9132-e90a-455a-bb53-0b394709820a	iedereen	\N		{}		\N
1035f2fe-39b2-41aa-8329-a1e86af35b2f	toestemming	f	{opvoeding}	fb4aec16-4bd1-4fca-9525-a5a13233ef1f	2026-11-14 09:00:00+00	\N	c0a04ea4-2457-4b42-8d9f-558d79f922c1	5da663da-b0ec-4792-81aa-873c6882c05d	defe9132-e90a-455a-bb53-0b394709820a	personen	\N		{4f61b840-101d-48af-bd96-e2c05cddf3da}	toestemming voor: Zo weten oma en de school wanneer mama hulp nodig heeft	2027-11-14 23:00:00+00
1681ebdb-59b8-4d02-b7fd-3a202f8c2f79	rechtstreeks_betrokken	f	{opvoeding,psychisch}	\N	2026-11-05 09:00:00+00	\N	cff56ba4-d3cb-406d-bde9-2dcabeb4c571	b428be33-4292-4f7e-8f07-044f78b43750	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	iedereen	\N		{}		\N
1cc60a8f-ea6b-4813-a62f-b6aa8e9a2e08	rechtstreeks_betrokken	f	{inkomen,opvoeding,relaties}	\N	2026-10-22 08:00:00+00	\N	1ed1d66d-701c-4e2c-99f5-5caf18321bc0	1129782a-0f8c-43c8-9984-d923cff39d04	4083235d-517f-4a6d-ad03-b08625d4ac4f	iedereen	\N		{}		\N
230dd823-0fa6-4bca-be7a-1415ac754b3f	toestemming	f	{opvoeding}	68f2732a-0a87-49c7-8187-6b8bfffed264	2026-11-14 09:00:00+00	\N	b93d86b6-1b26-4c16-ac01-f13f85093641	\N	defe9132-e90a-455a-bb53-0b394709820a	personen	\N		{4f61b840-101d-48af-bd96-e2c05cddf3da}	toestemming voor: Zo weten oma en de school wanneer mama hulp nodig heeft	2027-11-14 23:00:00+00
24c2a50f-16ff-47c7-8f81-01b5cd70b715	eigen_gezin	f	{}	\N	2026-11-10 09:00:00+00	\N	d1399f1e-6f09-4b41-be26-db100f3035bb	a7360cad-ee52-4300-9329-f7063ad4ca34	defe9132-e90a-455a-bb53-0b394709820a	iedereen	\N		{}		\N
3361420d-15d6-4e89-9fae-b82e3bff0be9	rechtstreeks_betrokken	f	{}	\N	2026-10-22 08:00:00+00	\N	2dba7b99-af24-428b-b172-016ca53f93a1	5da663da-b0ec-4792-81aa-873c6882c05d	4083235d-517f-4a6d-ad03-b08625d4ac4f	iedereen	\N		{}		\N
35e05721-c1be-4b88-8218-5399775bae26	eigen_gezin	f	{}	\N	2026-11-10 09:00:00+00	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	8ff84c53-f594-4618-8fdf-973d17ef43e5	defe9132-e90a-455a-bb53-0b394709820a	iedereen	\N		{}		\N
4d9e871d-00eb-420f-ae6f-b3dfe4e345bd	doorzettingsmacht	f	{}	5a513cdd-f2aa-45a4-9245-4bc79bfe16c0	2026-11-17 22:59:59+00	2026-11-24 22:59:59+00	\N	ce7c093b-1a63-440f-bd6e-19e7387a0490	a120065d-a865-4362-be4f-07abd844cc56	iedereen	\N		{}		\N
56d91734-4a63-4fe3-9c94-7d4609417554	coordinatie	t	{}	\N	2026-10-26 09:00:00+00	\N	80546b3e-b416-4ace-9d7a-19883e60c016	b428be33-4292-4f7e-8f07-044f78b43750	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	iedereen	\N		{}		\N
5af1afa2-ad7d-4273-96ac-b1cca0f22e8a	rechtstreeks_betrokken	f	{}	\N	2026-11-10 09:00:00+00	\N	c0a04ea4-2457-4b42-8d9f-558d79f922c1	5da663da-b0ec-4792-81aa-873c6882c05d	defe9132-e90a-455a-bb53-0b394709820a	iedereen	\N		{}		\N
6303e592-6cc7-4730-8d3d-e0d455973c9f	coordinatie	t	{}	\N	2026-11-05 09:00:00+00	\N	cff56ba4-d3cb-406d-bde9-2dcabeb4c571	b428be33-4292-4f7e-8f07-044f78b43750	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	iedereen	\N		{}		\N
65199a0e-7bdc-4cb3-a3dd-beafe625f868	eigen_gezin	f	{}	\N	2026-11-10 09:00:00+00	\N	214490ab-eb08-4114-9137-41336132272d	524d81f4-0988-4182-b630-a8a32989be82	defe9132-e90a-455a-bb53-0b394709820a	iedereen	\N		{}		\N
68fd3a5b-ca68-4e76-9f86-e7b1eb068c83	eigen_gezin	f	{}	\N	2026-10-23 08:00:00+00	\N	11532455-a7af-4454-b1b2-e41e4dada434	caa6c2dd-85f6-4c19-896e-da68e794e7dd	a120065d-a865-4362-be4f-07abd844cc56	iedereen	\N		{}		\N
70eff862-42da-41a9-aa7b-14fc9d19b4a2	rechtstreeks_betrokken	f	{opvoeding,psychisch}	\N	2026-10-26 09:00:00+00	\N	80546b3e-b416-4ace-9d7a-19883e60c016	b428be33-4292-4f7e-8f07-044f78b43750	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	iedereen	\N		{}		\N
7f4fc76c-5eec-4f8b-9373-fb0c1aad25aa	coordinatie	t	{}	\N	2026-10-23 08:00:00+00	\N	7da532bc-1e84-4b3e-b04b-05de9c4b472b	1129782a-0f8c-43c8-9984-d923cff39d04	a120065d-a865-4362-be4f-07abd844cc56	iedereen	\N		{}		\N
7fb551ab-96a0-4dee-a6cc-5031fcebcd31	eigen_gezin	f	{}	\N	2026-10-22 08:00:00+00	\N	0554df39-b5c4-41a2-b230-88a55cbe1ca7	903e0639-8ea9-4598-a27a-ef0dba95a6f4	4083235d-517f-4a6d-ad03-b08625d4ac4f	iedereen	\N		{}		\N
8184166b-f762-4f28-8caf-4078a501166a	rechtstreeks_betrokken	f	{}	\N	2026-11-05 09:00:00+00	\N	2a3e9cb3-c9a8-4602-90f7-799590957c7c	5da663da-b0ec-4792-81aa-873c6882c05d	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	iedereen	\N		{}		\N
9e6d6ab3-05bb-40b6-a453-cdf322409613	doorzettingsmacht	f	{}	547623fc-8aca-423e-b1b4-168c2695da7b	2026-11-25 22:59:59+00	\N	\N	ce7c093b-1a63-440f-bd6e-19e7387a0490	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	iedereen	\N		{}		\N
9f521f19-10e5-4103-9f49-ccc5be308a60	eigen_gezin	f	{}	\N	2026-11-05 09:00:00+00	\N	245ec29e-4034-430a-8acd-e60dc610ee36	c60ef21e-af19-4ea1-bf1e-ef82545b4b2e	ba31cb8b-969b-4208-9f99-fd9c9ba9a1c6	iedereen	\N		{}		\N
a22950ff-6af7-49d2-86cf-acf879eeae18	rechtstreeks_betrokken	f	{verslaving}	\N	2026-11-10 09:00:00+00	\N	b1a0efdf-27ad-4466-a0ae-dd3515b306b7	623eb5d4-b35e-46bd-ade1-2a5541ee0e18	defe9132-e90a-455a-bb53-0b394709820a	iedereen	\N		{}		\N
abaea5c3-d358-47a7-ad90-cb2d7fb8a05d	doorzettingsmacht	f	{}	5a513cdd-f2aa-45a4-9245-4bc79bfe16c0	2026-11-17 22:59:59+00	2026-11-24 22:59:59+00	\N	6cc0c35d-1cca-4ce4-b499-2ddcc63bf8d5	a120065d-a865-4362-be4f-07abd844cc56	iedereen	\N		{}		\N
b1919e3e-dad1-444e-9253-eb923d7cfbe8	rechtstreeks_betrokken	f	{opvoeding,psychisch}	\N	2026-10-23 08:00:00+00	\N	813adbe8-9baf-4214-bd0b-ba6f1b8441ac	b428be33-4292-4f7e-8f07-044f78b43750	a120065d-a865-4362-be4f-07abd844cc56	iedereen	\N		{}		\N
b19c18dd-6900-4d27-82fd-cd546dc8147e	eigen_gezin	f	{}	\N	2026-10-26 09:00:00+00	\N	57ee949c-5b08-4e9f-8707-7864952a58b6	bbb72a15-b680-4c68-8ae5-d28384a16c28	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	iedereen	\N		{}		\N
b4d68725-982a-4eec-846e-1e9d2ffa74bc	doorzettingsmacht	f	{}	547623fc-8aca-423e-b1b4-168c2695da7b	2026-11-25 22:59:59+00	\N	\N	edb57122-2e76-475d-8666-c4ef420865b2	dcf9f2d1-d5ba-408c-a48c-e32a889d18d2	iedereen	\N		{}		\N
e68648e2-3eb5-4826-9d5f-658422bca1e9	rechtstreeks_betrokken	f	{inkomen,opvoeding,relaties}	\N	2026-11-10 09:00:00+00	\N	bbb0e8f1-8a39-4557-a937-617d593ee599	4bcee1cf-2096-4f43-8b69-e6368536d47a	defe9132-e90a-455a-bb53-0b394709820a	iedereen	\N		{}		\N
ec118e7a-d3c9-44a0-a677-563e44c842ac	rechtstreeks_betrokken	f	{inkomen,opvoeding,relaties}	\N	2026-10-23 08:00:00+00	\N	7da532bc-1e84-4b3e-b04b-05de9c4b472b	1129782a-0f8c-43c8-9984-d923cff39d04	a120065d-a865-4362-be4f-07abd844cc56	iedereen	\N		{}		\N
f84e9d4b-c6f3-4c93-83ed-02770ff82aee	coordinatie	t	{}	\N	2026-10-22 08:00:00+00	\N	1ed1d66d-701c-4e2c-99f5-5caf18321bc0	1129782a-0f8c-43c8-9984-d923cff39d04	4083235d-517f-4a6d-ad03-b08625d4ac4f	iedereen	\N		{}		\N
fe9112cd-013d-489f-b54d-eca61089d8ca	doorzettingsmacht	f	{}	a4889b62-2f9e-43fd-aabe-50433c321771	2026-11-24 22:59:59+00	\N	\N	b074a7aa-d2a1-4e3c-aa4e-3b55f3cfed8e	a120065d-a865-4362-be4f-07abd844cc56	iedereen	\N		{}		\N
\.
COPY toestemming_grondslagsoort (code, naam, uitleg, opent, vraagt_ondertekenaars, vraagt_reden, vraagt_kenmerk, hoogstens_dagen, met_de_hand, actief) FROM stdin;
coordinatie	[zorgcoördinator] van dit gezin	[De zorgcoördinator] maakt het plan samen met het gezin en ziet daarom het hele plan.	plan	f	f	f	\N	f	t
doorzettingsmacht	[doorzettingsmacht] volgens het convenant	Loopt het plan vast, dan lezen managers en de gemeente een kort bericht. Zij zien het plan niet.	bericht	f	f	f	\N	f	t
eigen_gezin	gegevens van het eigen gezin	Het gezin ziet het eigen plan altijd.	plan	f	f	f	\N	f	t
maatregel	maatregel van de rechter	De rechter heeft een maatregel opgelegd. Wie die uitvoert, ziet wat daarvoor nodig is.	plan	f	t	t	366	t	t
overmacht	overmacht: delen zonder toestemming bij gevaar	Er was gevaar. Daarom is iets gedeeld zonder toestemming. Dit geldt maar kort.	plan	f	t	f	14	t	t
rechtstreeks_betrokken	rechtstreeks betrokken bij de hulp	Wie hulp geeft, ziet wat nodig is voor die hulp. Daar is geen aparte toestemming voor nodig.	plan	f	f	f	\N	f	t
toestemming	toestemming van het gezin	Het gezin heeft hier ja op gezegd, en kan er altijd mee stoppen.	plan	t	f	f	\N	f	t
wettelijke_plicht	wettelijke plicht	De wet zegt dat dit gedeeld moet worden.	plan	f	t	f	\N	t	t
\.
COPY toestemming_handtekening (id, hoedanigheid, antwoord, vorm, gegeven_op, bewijs, vastgelegd_op, tot, ondertekenaar_id, vastgelegd_door_id, toestemming_id) FROM stdin;
30c10569-e505-4a3a-ac98-26e90d3fcc43	zelf	ja	mondeling	2026-11-14		2026-11-14 09:00:00+00	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	4bcee1cf-2096-4f43-8b69-e6368536d47a	68f2732a-0a87-49c7-8187-6b8bfffed264
37a81769-05a6-4389-8e4d-38a656b91732	zelf	ja	mondeling	2026-11-14		2026-11-14 09:00:00+00	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	4bcee1cf-2096-4f43-8b69-e6368536d47a	fb4aec16-4bd1-4fca-9525-a5a13233ef1f
66420726-f59c-4f83-b88a-8b3080cb8552	gezag	ja	mondeling	2026-11-14		2026-11-14 09:00:00+00	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	4bcee1cf-2096-4f43-8b69-e6368536d47a	5cc75ffa-9db6-44ef-9915-89f146e420d7
\.
COPY toestemming_handtekeningevent (pgh_id, pgh_created_at, pgh_label, id, hoedanigheid, antwoord, vorm, gegeven_op, bewijs, vastgelegd_op, tot, ondertekenaar_id, pgh_context_id, pgh_obj_id, vastgelegd_door_id, toestemming_id) FROM stdin;
1	2026-11-30 02:11:20.185462+00	insert	37a81769-05a6-4389-8e4d-38a656b91732	zelf	ja	mondeling	2026-11-14		2026-11-14 09:00:00+00	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	\N	37a81769-05a6-4389-8e4d-38a656b91732	4bcee1cf-2096-4f43-8b69-e6368536d47a	fb4aec16-4bd1-4fca-9525-a5a13233ef1f
2	2026-11-30 02:11:20.185462+00	insert	30c10569-e505-4a3a-ac98-26e90d3fcc43	zelf	ja	mondeling	2026-11-14		2026-11-14 09:00:00+00	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	\N	30c10569-e505-4a3a-ac98-26e90d3fcc43	4bcee1cf-2096-4f43-8b69-e6368536d47a	68f2732a-0a87-49c7-8187-6b8bfffed264
3	2026-11-30 02:11:20.297401+00	insert	66420726-f59c-4f83-b88a-8b3080cb8552	gezag	ja	mondeling	2026-11-14		2026-11-14 09:00:00+00	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	\N	66420726-f59c-4f83-b88a-8b3080cb8552	4bcee1cf-2096-4f43-8b69-e6368536d47a	5cc75ffa-9db6-44ef-9915-89f146e420d7
\.
COPY toestemming_toestemming (id, leefgebied, staat, beeindigd_op, gezin_id, ontvanger_id, ontvanger_instelling_id, over_id, gesprek_id) FROM stdin;
5cc75ffa-9db6-44ef-9915-89f146e420d7	onderwijs	gevraagd	\N	defe9132-e90a-455a-bb53-0b394709820a	c0a04ea4-2457-4b42-8d9f-558d79f922c1	\N	1a147f39-52aa-4908-b04e-25d9aa675cd4	ec19aaf1-372a-4c84-914b-6e0b3489b267
68f2732a-0a87-49c7-8187-6b8bfffed264	opvoeding	geldig	\N	defe9132-e90a-455a-bb53-0b394709820a	b93d86b6-1b26-4c16-ac01-f13f85093641	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	13405d9f-cc80-46aa-8fdf-b1bf7a1496f6
fb4aec16-4bd1-4fca-9525-a5a13233ef1f	opvoeding	geldig	\N	defe9132-e90a-455a-bb53-0b394709820a	c0a04ea4-2457-4b42-8d9f-558d79f922c1	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	13405d9f-cc80-46aa-8fdf-b1bf7a1496f6
\.
COPY toestemming_toestemmingevent (pgh_id, pgh_created_at, pgh_label, id, leefgebied, staat, beeindigd_op, gezin_id, ontvanger_id, ontvanger_instelling_id, over_id, pgh_context_id, pgh_obj_id, gesprek_id) FROM stdin;
1	2026-11-30 02:11:20.118695+00	insert	68f2732a-0a87-49c7-8187-6b8bfffed264	opvoeding	gevraagd	\N	defe9132-e90a-455a-bb53-0b394709820a	b93d86b6-1b26-4c16-ac01-f13f85093641	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	\N	68f2732a-0a87-49c7-8187-6b8bfffed264	13405d9f-cc80-46aa-8fdf-b1bf7a1496f6
2	2026-11-30 02:11:20.118695+00	insert	fb4aec16-4bd1-4fca-9525-a5a13233ef1f	opvoeding	gevraagd	\N	defe9132-e90a-455a-bb53-0b394709820a	c0a04ea4-2457-4b42-8d9f-558d79f922c1	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	\N	fb4aec16-4bd1-4fca-9525-a5a13233ef1f	13405d9f-cc80-46aa-8fdf-b1bf7a1496f6
3	2026-11-30 02:11:20.185462+00	update	68f2732a-0a87-49c7-8187-6b8bfffed264	opvoeding	geldig	\N	defe9132-e90a-455a-bb53-0b394709820a	b93d86b6-1b26-4c16-ac01-f13f85093641	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	\N	68f2732a-0a87-49c7-8187-6b8bfffed264	13405d9f-cc80-46aa-8fdf-b1bf7a1496f6
4	2026-11-30 02:11:20.185462+00	update	fb4aec16-4bd1-4fca-9525-a5a13233ef1f	opvoeding	geldig	\N	defe9132-e90a-455a-bb53-0b394709820a	c0a04ea4-2457-4b42-8d9f-558d79f922c1	\N	4f61b840-101d-48af-bd96-e2c05cddf3da	\N	fb4aec16-4bd1-4fca-9525-a5a13233ef1f	13405d9f-cc80-46aa-8fdf-b1bf7a1496f6
5	2026-11-30 02:11:20.245634+00	insert	5cc75ffa-9db6-44ef-9915-89f146e420d7	onderwijs	gevraagd	\N	defe9132-e90a-455a-bb53-0b394709820a	c0a04ea4-2457-4b42-8d9f-558d79f922c1	\N	1a147f39-52aa-4908-b04e-25d9aa675cd4	\N	5cc75ffa-9db6-44ef-9915-89f146e420d7	ec19aaf1-372a-4c84-914b-6e0b3489b267
\.
COPY toestemming_toestemmingsgesprek (id, doel, gehouden_op, geldig_tot, tekst, tekst_sha256, vastgelegd_op, gezin_id, termijn_id, vastgelegd_door_id) FROM stdin;
13405d9f-cc80-46aa-8fdf-b1bf7a1496f6	Zo weten oma en de school wanneer mama hulp nodig heeft	2026-11-14	2027-11-14	Waarvoor delen we dit? Zo weten oma en de school wanneer mama hulp nodig heeft\n\nRiet de Wit (oma) mag weten: opvoeding, over Petra de Wit.\nJasper Willems (Basisschool De Wilgentak) mag weten: opvoeding, over Petra de Wit.\n\nDit geldt tot en met zondag 14 november 2027.\nNee zeggen mag. Later stoppen mag ook, met alles of met een deel. De hulp gaat dan gewoon door.\nHet gezin ziet zelf altijd het eigen plan, en wie erin heeft gekeken.	c4c39104361ea0fe9e10ef9508b27c96e32d00e079f1e59da139b38ed88ea8d3	2026-11-14 09:00:00+00	defe9132-e90a-455a-bb53-0b394709820a	8dad7ca8-eff4-4f40-8a35-1094105b8f23	4bcee1cf-2096-4f43-8b69-e6368536d47a
ec19aaf1-372a-4c84-914b-6e0b3489b267	Zo kan de school Sanne helpen om elke dag te komen	2026-11-14	2027-11-14	Waarvoor delen we dit? Zo kan de school Sanne helpen om elke dag te komen\n\nJasper Willems (Basisschool De Wilgentak) mag weten: school en onderwijs, over Sanne de Wit.\n\nDit geldt tot en met zondag 14 november 2027.\nNee zeggen mag. Later stoppen mag ook, met alles of met een deel. De hulp gaat dan gewoon door.\nHet gezin ziet zelf altijd het eigen plan, en wie erin heeft gekeken.	058bb39890eac6b8d431bddac7bf6208b5b5d50ca7de7beee03219b3622d0a60	2026-11-14 09:00:00+00	defe9132-e90a-455a-bb53-0b394709820a	35a3e8f1-84bf-4efd-9ee1-8423a6b39aa2	4bcee1cf-2096-4f43-8b69-e6368536d47a
\.
COPY toestemming_toestemmingsgesprekevent (pgh_id, pgh_created_at, pgh_label, id, doel, gehouden_op, geldig_tot, tekst, tekst_sha256, vastgelegd_op, gezin_id, pgh_context_id, pgh_obj_id, termijn_id, vastgelegd_door_id) FROM stdin;
1	2026-11-30 02:11:20.118695+00	insert	13405d9f-cc80-46aa-8fdf-b1bf7a1496f6	Zo weten oma en de school wanneer mama hulp nodig heeft	2026-11-14	2027-11-14	Waarvoor delen we dit? Zo weten oma en de school wanneer mama hulp nodig heeft\n\nRiet de Wit (oma) mag weten: opvoeding, over Petra de Wit.\nJasper Willems (Basisschool De Wilgentak) mag weten: opvoeding, over Petra de Wit.\n\nDit geldt tot en met zondag 14 november 2027.\nNee zeggen mag. Later stoppen mag ook, met alles of met een deel. De hulp gaat dan gewoon door.\nHet gezin ziet zelf altijd het eigen plan, en wie erin heeft gekeken.	c4c39104361ea0fe9e10ef9508b27c96e32d00e079f1e59da139b38ed88ea8d3	2026-11-14 09:00:00+00	defe9132-e90a-455a-bb53-0b394709820a	\N	13405d9f-cc80-46aa-8fdf-b1bf7a1496f6	8dad7ca8-eff4-4f40-8a35-1094105b8f23	4bcee1cf-2096-4f43-8b69-e6368536d47a
2	2026-11-30 02:11:20.245634+00	insert	ec19aaf1-372a-4c84-914b-6e0b3489b267	Zo kan de school Sanne helpen om elke dag te komen	2026-11-14	2027-11-14	Waarvoor delen we dit? Zo kan de school Sanne helpen om elke dag te komen\n\nJasper Willems (Basisschool De Wilgentak) mag weten: school en onderwijs, over Sanne de Wit.\n\nDit geldt tot en met zondag 14 november 2027.\nNee zeggen mag. Later stoppen mag ook, met alles of met een deel. De hulp gaat dan gewoon door.\nHet gezin ziet zelf altijd het eigen plan, en wie erin heeft gekeken.	058bb39890eac6b8d431bddac7bf6208b5b5d50ca7de7beee03219b3622d0a60	2026-11-14 09:00:00+00	defe9132-e90a-455a-bb53-0b394709820a	\N	ec19aaf1-372a-4c84-914b-6e0b3489b267	35a3e8f1-84bf-4efd-9ee1-8423a6b39aa2	4bcee1cf-2096-4f43-8b69-e6368536d47a
\.
COPY toestemming_verjaardag (id, leeftijd, dag, aankondiging_id, gezinslid_id, termijn_id) FROM stdin;
3582e4a9-aad7-4dc2-ad51-565bbf3f98bd	12	2030-12-11	2972c6fe-e825-4abd-b88b-38262bd20739	33b9885c-65fb-4375-af8d-c41ebc75ae24	a7b9a5d3-9ee1-4dd9-9703-de6a484e63ba
aaa554b3-4259-4329-9722-4340bebebf2d	12	2032-11-11	15fb3d67-de3f-408e-9d25-6b91e0abcdc2	5276c557-ad8b-453a-ba73-58d3fa7be59c	ec338efb-24d7-46a7-985a-6920790977fb
baf25300-2aaa-44f1-a9c2-cd49729e5f8a	16	2027-12-11	ac4bbcca-3fcd-4122-aab0-da400a968d74	d1399f1e-6f09-4b41-be26-db100f3035bb	110f405f-4ab7-45a1-ae03-481bf7d4324f
f02e25cb-9945-44fe-88b3-bd7d90f55be1	12	2028-11-11	86889a98-edda-4b5f-b6ab-e833bc16a884	0fcf0de9-e4f3-4ca6-85ae-c57c5a60a07c	5a9f6b41-a9e5-4356-a04b-0bf3b97439a4
f13699ca-bd4f-4aa9-950e-fdb9889ff25d	12	2029-12-11	81809bc0-57fe-4ab3-8c79-9927c90bf073	1a147f39-52aa-4908-b04e-25d9aa675cd4	1371ac7c-7f9b-4df4-8a21-cc948a49f09b
fd19503b-bd18-48dc-a7a3-09f8d45756f8	12	2027-11-11	f87c3372-dabf-4def-bddd-0ee8ab7f2873	04741d28-e823-41d3-bd7d-3b178716235c	9928a516-fc18-4d6b-8abc-6fcd731f2ed1
\.
