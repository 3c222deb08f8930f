-- What is stored of a person says since this release which partners saw an emergency. Nobody did before.
update person
   set passport = convert_to(
         replace(convert_from(passport, 'UTF8'), '"relations":{', '"relations":{"emergencies":{},'), 'UTF8')
 where convert_from(passport, 'UTF8') not like '%"emergencies":{%';
