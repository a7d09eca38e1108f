"""Furniture of each kind, and sentences of stories that look like it.

The people, outlets and places are invented.
"""

from __future__ import annotations

FURNITURE = {
    "about the author": """\
About the author
About the Author: Ada Penn covers buses.
View all posts by Ada Penn
All posts by Ada Penn
More articles by Ada Penn
See all articles by Ada Penn
View Profile
Author's page
""",
    "advertisement slot": """\
Content from our partners
Story continues below
Article continues below advertisement
Story continues below advertisement
ADVERTISEMENT
Advertisement - Scroll to continue
Advertisement
- Advertisement -
Ad
Sponsored
Sponsored content
ADVERTISEMENT CONTINUE READING BELOW
Advertisement. Scroll to continue reading.
SPONSORED
AD
PAID ADVERTISEMENT
Promoted
Story continues after this ad
Ads by Google
Advertisement 0:15
Advertorial
ADVERTISEMENT · SCROLL TO CONTINUE
Werbung
El artículo continúa después de la publicidad
Recommended by Outbrain
PRESENTED BY KELP BANK
Advertise with Harbor Daily
""",
    "affiliate notice": """\
We may earn a commission if you buy through links on this page.
This article contains affiliate links.
This post may contain affiliate links, for which we may receive compensation.
If you purchase something through our links, we may earn an affiliate commission at no extra cost to you.
When you buy through links on our site, we may earn an affiliate commission. Here's how it works.
We may receive a commission from purchases made through links.
We independently review everything we recommend. When you buy through our links, we may earn a commission.
As an Amazon Associate I earn from qualifying purchases.
*Some of the links in this article are affiliate links.
Prices were accurate at the time of publication.
""",
    "agency or desk as author": """\
News Team
Staff Reporter
News Desk
By Staff Reports
Posted by admin
SALTMARSH TODAY REPORTER
By PTI
IANS
With inputs from agencies
""",
    "app promotion": """\
Download our app
Get the app
Download The Harbor Post app for iOS and Android
Get the Harbor Daily app
Available on the App Store
Open in app
Get app
Download the Kelpex app
Now available on Spotify
""",
    "breadcrumbs": """\
Home > News > Technology
Home » Markets » Harbor votes for night buses
News / Local / Transport
Home › Crypto › Bitcoin
Home / News / Harbor votes for night buses
Home>News>Business
News » Politics » Council
HOME • BUSINESS • ENERGY
""",
    "browser notice": """\
Please enable JavaScript to view this page.
Please disable your ad blocker.
Disable AdBlock
🔔 Turn on notifications so you never miss a post
Something went wrong. Please try again.
Your browser does not support the audio element.
Getting your audio player ready...
Your browser does not support HTML5 video.
Sorry, this video is not available.
Loading more stories...
Please wait...
An error occurred.
""",
    "byline": """\
By Ada Penn
By Ada Penn and Bo Lim, Staff Writers
By ADA PENN | The Harbor Post | Dec 17, 2025 2:30 pm
Ada PennDecember 17, 2025
Written by Ada Penn
Author: Ada Penn
Posted by Ada Penn on December 17, 2025
By Ada Penn, The Harbor Post
By Ada Penn, Harbor Post Staff Writer
by Ada Penn
BY ADA PENN
Ada Penn | December 17, 2025 | 2:30pm
Ada Penn · 3 hours ago
Ada Penn3 hours ago
Ada Penn, Staff Writer
Ada Penn • Dec 17, 2025 • 4 min read
Story by Ada Penn • 2h
Peter Zhang Sep 18, 2025 22:39
17 December 2025 by Ada Penn
Written by Ada Penn, edited by Bo Lim
By News Desk
By Associated Press
Listen 6 min
WREN ALDOUS | Harbor Daily
By Ada Penn, Senior Reporter
By: Ada Penn
Reported by Ada Penn
Ada Penn 03/03/2024 10:12
Author: Ada Penn | Editor: Bo Lim
2 hours ago | Harbor
Reading Time: 3 mins read
""",
    "comments": """\
Leave a comment
Leave a Reply
12 Comments
Comments
No comments yet
View comments (12)
What do you think? Let us know in the comments below.
Your email address will not be published. Required fields are marked *
Add a comment
Post a Comment
Show comments
Comments are closed.
Comment
What are your thoughts? Share them in the comments below!
Let us know what you think in the comments.
Sign in to comment
0 Comments
Leave a comment on this post
Show 14 comments
Recommended comments
Comments are moderated.
Login to leave a comment
Be the first to share what you think!
Join the discussion: log in to post your view.
Sort by: Newest | Oldest | Best
""",
    "cookie notice": """\
Your privacy rights
Privacy Policy | Terms of Use | Imprint
We use cookies to improve your experience on our site. Accept all cookies
This website uses cookies to ensure you get the best experience.
By continuing to use this site you agree to our use of cookies.
By clicking Accept, you agree to our Terms and Privacy Policy.
Accept All
This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.
Terms of Service | Privacy Policy | Contact
This site uses cookies. By continuing to browse you are agreeing to our use of cookies.
We value your privacy
Your privacy choices
Cookie Policy
We and our partners use cookies to personalise content and ads.
By signing up you agree to receive marketing emails from us.
No thanks
Maybe later
We and our 214 partners process personal data.
Manage settings
Got it
We use essential cookies to make our site work.
Diese Website verwendet Cookies.
Terms of Use | Privacy Policy | Cookie Policy
Privacy Policy | Terms of Use | Imprint
Use of this website constitutes acceptance of our user agreement.
Terms of Service | Privacy Policy | Cookie Settings
We and our 712 partners store and/or access information on a device, such as cookies.
""",
    "copyright line": """\
Copyright 2025 The Harbor Post. All rights reserved.
© 2025 The Harbor Post
All rights reserved.
This material may not be published, broadcast, rewritten or redistributed.
Republish our articles for free, online or in print, under a Creative Commons license.
Copyright © 2025 Harbor Daily
© Harbor Daily 2025
(c) 2025 Harbor Daily. All rights reserved
Copyright Harbor Daily Ltd 2024
Copyright (c) 2024, Harbor Daily
® and ™ are trademarks of Kelp Media Group.
Unauthorized reproduction is prohibited.
Tous droits réservés
Copyright: Harbor Daily
All content © 2025 Kelp Media, Inc.
""",
    "counter": """\
1,204 views
12 shares
5.2K Views
1.2K
24 Shares
SHARES
Views: 1,204
14 Comments / 3 Replies
👍 0 👎 0
1.4k claps
12 retweets 40 likes
40 upvotes
Views 1,204
Like 31 Dislike 2
""",
    "developing-story notice": """\
This is a developing story. Check back for updates.
This is a breaking news story and will be updated.
More to come
Check back for updates.
This story has been updated.
This is a developing story.
UPDATE: This story has been updated.
Breaking News
BREAKING
Stay tuned to Coin Lantern for more updates on the matter
This live blog is now closed.
""",
    "disclaimer": """\
Not investment advice.
Disclosure: The author owns shares of Harbor Transit.
Disclaimer: This article is for informational purposes only and does not constitute financial advice.
This is not financial advice. Always do your own research.
Disclosure: This post contains affiliate links.
Disclaimer: The information provided in this article is for general information only.
DISCLAIMER: This is not investment advice.
Opinions expressed are solely those of the author.
Nothing in this article constitutes investment advice.
The content is for reference only and does not constitute an offer.
Risk warning: Cryptocurrencies are volatile.
The opinions expressed in this commentary are her own.
At the time of writing, the author held BTC and ETH.
The above is for reference only and not investment advice.
Coin Lantern is not liable for any losses arising from the use of this information.
NFA
Trading crypto assets carries a high level of risk and may not suit everyone.
Investors should do their own research before they decide.
Kelpex is not responsible, directly or indirectly, for any loss caused by the content of this page.
""",
    "distribution credit": """\
News provided by Harbor Transit
Powered by WordPress
Market data by Harbor Data
Data provided by Harbor Data
Powered by Disqus
Stock quotes delayed by at least 20 minutes.
Market data provided by Kelp Quotes. Data delayed by 15 minutes.
""",
    "donation appeal": """\
Support our journalism. Donate today.
Become a member
Support independent journalism
Please consider donating
Buy me a coffee
Thanks for supporting local journalism
Harbor Daily is a nonprofit newsroom. Your gift keeps our reporting free for everyone.
We need your help to keep our reporting free. Please give what you can.
This story was made possible by readers like you.
If you found this article useful, please consider a small donation.
❤️ Support us on Patreon
Harbor Post is a nonprofit newsroom funded by readers like you.
We don't have a paywall. If you like our work, please chip in.
""",
    "embedded post": """\
<post post-id="7203"><post/>.
View this post on Instagram
A post shared by Ada Penn (@adapenn)
pic.twitter.com/AbC123xyz
Loading...
This content is hosted by a third party.
Like Loading...
See this Instagram post by @adapenn
View on Instagram
This video is not available in your country.
Embed
[Embedded content]
[Image: ferry in dock]
[Photo]
""",
    "end mark": """\
***
---
• • •
-30-
###
END
* * *
________
~
(END)
ENDS
/
[…]
""",
    "exchange promotion": """\
Crypto Prices
$20,000 in KLP + 9,000 USDT
Trade BTC now on Binance and get a $100 bonus
Sign up on Bybit today and claim your bonus
Buy Bitcoin
Trade crypto on Bybit
Start trading now
Use code HARBOR10 for 10% off
Register now
Trade on Kelpex with up to 20% off fees
Create an account on Kelpex and earn a welcome bonus
Buy KELP now
Connect wallet
Bitcoin price today
Early bird tickets for the Kelp Fair end Friday — save up to $200.
""",
    "feedback box": """\
Was this article helpful? Yes No
Report a typo
Rate this post
Was this helpful?
Report this article
Report abuse
Flag this post
Submit a correction
Was this page helpful?
What's your reaction?
Did you find this useful? Yes No
""",
    "follow us": """\
Follow us on Twitter
Follow The Harbor Post on X, Facebook and Instagram
Follow Ada Penn on Twitter @adapenn
Follow us on Google News
Join our Telegram channel for the latest news
Like us on Facebook
Add us as a preferred source on Google
Set The Harbor Post as a preferred source on Google
Join the conversation
Join our WhatsApp channel
Follow Harbor Daily on Google News
Follow us on X @harbordaily
Follow us: Facebook | X | Instagram
Connect with us on LinkedIn
Join us on Telegram
Join our Discord
Stay connected with us on social media
Add Harbor Daily on Google
Ada Penn is on X @adapenn
Follow our coverage on Threads
Also find us on Bluesky and Mastodon
Hit the follow button above to get our stories in your feed
For all the latest Harbor news, follow us on Facebook.
Telegram Group Join Now
Twitter: @kelpferries
Follow the author on X: @wrenaldous
RSS
Now you can find us on Bluesky and Threads.
Follow Ada Penn
""",
    "hashtags or tags": """\
#buses #harbor #transport
#NightBuses
Tags: buses, harbor, night
Filed under: Transport, Harbor
Topics: Buses | Harbor | Council
Categories: News, Transport
Topics
In this article
#Bitcoin #Ethereum #Crypto
Tags: #buses #harbor
TAGS
Tagged: buses, harbor
Tagged with: Harbor Transit
Keywords: bus, harbor, night
All topics
Tag: Ferries
Filed Under: ferries
Topics in this article: Ferries, Fares
Etiquetas: ferry, tarifas
Category: Transport
""",
    "heading of a list of other stories": """\
Recommended for you
Most Popular
Trending Now
More from The Harbor Post
Up next
You might also like
Related Articles
Also Read
Latest News
More by Ada Penn
More stories by Ada Penn
Most Read
Trending
Latest
Popular Posts
Recent Posts
Recommended Reading
Related Topics
Editor's Picks
More News
More in Transport
Top Stories
Top News
Today's Headlines
More From Harbor Daily
Up Next
Hot Topics
Latest posts
More From Ada Penn
Editor's Pick
""",
    "image credit": """\
Source: The Harbor Post
Image: Ada Penn/Getty Images
Photo by Ada Penn on Unsplash
Photo: Ada Penn / The Harbor Post
Featured image from Shutterstock, chart from TradingView.com
Featured image: Shutterstock
Image credit: Ada Penn
Image via Shutterstock
Image source: Shutterstock
Cover image via Unsplash
(Photo by Ada Penn/Getty Images)
(AP Photo/Ada Penn)
Credit: Getty Images
Getty Images
Image courtesy of Harbor Transit
via The Harbor Post
SOURCE Harbor Transit Inc.
Photo Credit: Harbor Transit
Hide caption
toggle caption
Ada Penn/AP
Reuters/Ada Penn
Article source: Harbor Daily
Source: Harbor Daily via Reuters
Photo credit: Ada Penn
Photo: Getty
(Image credit: Getty Images)
Image: Shutterstock
IMAGE: ADA PENN
Photograph: Ada Penn/The Harbor Post
Illustration by Ada Penn
Picture: Ada Penn
Pic: Getty
Image used for representational purpose only
Representative image
File photo
FILE PHOTO: A bus crosses the bridge in Harbor, Dec 1, 2025. REUTERS/Ada Penn/File Photo
Ada Penn / Getty Images
Ada Penn via Getty Images
Image Source: X/@adapenn
Screenshot from YouTube
Featured Image via Pexels
Header image: Unsplash
Chart: TradingView
Source: TradingView
Source: CoinMarketCap
VIDEO: Night buses explained
Video: Night buses explained
Photos: 12
The photo is for illustrative purposes only.
Image generated by AI
Photo: Ada Penn for Harbor Daily
Photo supplied
Image by Freepik
Image Credits:Ada Penn (opens in a new window)
Google Maps
— AFP
Content source: Harbor Daily
Image source, Harbor Council
""",
    "in print": """\
A version of this article appears in print on Dec. 17, 2025, Section A, Page 1 with the headline: Night Buses.
""",
    "kind of text": """\
EXCLUSIVE
Opinion
Press Release
PRESS RELEASE
For Immediate Release
FOR IMMEDIATE RELEASE
AI summary
EXCLUSIVE:
""",
    "navigation": """\
Give this article
Skip to main content
Skip to content
Back to top
Menu
Search
Log in
Sign in / Register
Previous article
Next post: Ferry workers reject offer
Page 1 of 3
1 2 3 Next
Jump to section
Table of Contents
Imprint
You are here: Home » News » Buses
Skip Navigation
Jump to comments
Go to top
Close menu
Imprint
Previous Article
Next Article
« Previous
Next »
1 of 5
Page 2
Next up: Ferry fares to rise
Main Menu
Back to homepage
Previous
Page 1 / 2
Login / Register
View image
1 / 8
Spot Futures Earn
↑ Return to top
Change location
View live chart
Get your tickets
Set your local edition
Top of page
""",
    "newsletter pitch": """\
Sign up for our newsletter
Subscribe to our daily newsletter
Get the best of The Harbor Post in your inbox every morning.
Sign up for The Harbor Post newsletter to get the day's top stories in your inbox.
Subscribe
Enter your email address
Join 10,000 readers who get our weekly briefing
HARBOR BY EMAIL! - You can receive this weekly letter every Friday via email! Click here and enter your address.
Don't miss a story. Sign up for our alerts.
Subscribe to continue reading
Sign up here for our daily briefing
Get our top stories delivered to your inbox
The week's best stories, delivered straight to your inbox every Friday.
Harbor news direct to your inbox
Sign up for Harbor Today, our morning newsletter
Stay up to date with the latest news. Subscribe to our newsletter.
Thank you for subscribing!
You have successfully subscribed.
Subscribe to Harbor Daily
Subscribe for $1
Subscribe to our YouTube channel
Join 12k others on our Telegram
Subscribe to our Telegram channel @coinlantern for daily crypto news
Get Morning Tide, our daily email
Please enter a valid email
Type your email…
This newsletter was sent to you because you signed up at harbor.example.
Subscribe to read the full story.
To read the rest of this article, please log in or subscribe.
Suscríbete a nuestro boletín
""",
    "paywall notice": """\
This is an excerpt. Subscribe to read the rest.
Already a subscriber? Log in
This article is for subscribers only.
You have 2 free articles remaining this month.
Subscribe now for unlimited access
Unlock this article
Continue with a free account
Create a free account to continue reading
Subscribe now to keep reading and get access to the full archive.
This post is for paid subscribers
This content is available to subscribers only
You've reached your limit of free articles.
Get unlimited digital access for $1 a week
Already have an account? Sign in
Subscribers can read this story in full
Member-only story
You can share 4 more gift articles this week.
Create a free account to save this story for later.
$2 for 3 months
Then $9 a month
As a member, you have 8 gift articles to give each month.
Gift an unlocked article
Premium content – exclusive to members
Existing subscriber? Sign in
""",
    "picture gallery": """\
Photo gallery (12)
View gallery
1/12
Click to enlarge
View photos
See gallery
Tap to zoom
Open image in gallery
Image 1 of 4
Zoom image
""",
    "placeholder": """\
undefined
null
[object Object]
[ad_1]
[ad_2]
[embed]https://harbor.example/v[/embed]
[caption id="attachment_1" align="alignnone"]
&nbsp;
""",
    "poll or quiz": """\
Take our poll
Vote in our poll
""",
    "price ticker": """\
BTC $43,210.55 +2.14% ETH $2,210.10 -0.42%
BTC: $43,210 (+2.1%)
Bitcoin (BTC) $43,210.55 2.14%
Market Cap: $1.2B 24h Volume: $35M
Bitcoin $43,210.55 +2.14%
$BTC $43,210
BTC/USD 43,210.55 -0.25%
ETH: $2,210.10
KLP: 41.20 +0.35 (+0.86%)
""",
    "print or permalink": """\
Print this article
Print
Link copied!
Gift this article
Save
Download PDF
Cite this article
Email this article
Save this article
Print Friendly
Copied!
Print this page
Print edition
Text to speech
Font size: A A A
""",
    "publication date": """\
First published on March 3, 2024 / 2:05 PM EST
Published December 17, 2025 at 2:30 PM ET
Published: 17 Dec 2025, 14:30 UTC
Last updated: December 17, 2025
2025-12-17 14:30
Wed, Dec 17, 2025, 2:30 PM EST 4 min read
Posted on December 17, 2025 by admin
Last Updated: Dec 17, 2025 | 14:30 IST
Updated: 17 Dec 2025 14:30 pm
First Published: Dec 17, 2025, 14:30 IST
Published on: March 3, 2024
3 March 2024 - 14:05
Updated on Mar 03, 2024 03:10 PM IST
Publicado el 3 de marzo de 2024
Publicado em 3 de março de 2024 às 14h05
""",
    "read time": """\
4 min read
Reading time: 4 minutes
5 minute read
Est. reading time: 3 mins
6-minute read
Read time: 2 min
3 min
· 4 min read
5 MINUTE READ
3 Min Read
Lesezeit: 3 Minuten
Temps de lecture : 3 min
""",
    "read-more link": """\
Unlocked: a reader shared this story with you.
Source link
Read the original article here.
Continue reading
Keep reading
Keep reading...
Read more
Read More »
Read full story
Click here to read more
Learn more about how we use your data
For more information, visit https://harbor.example
To learn more, visit www.harbor.example.
Credit: Source link
Read original story Harbor Votes for Night Buses at harbordaily.example
Keep reading below
Continue Reading →
[Read more...]
Read the rest
(more...)
Tap here to read the full story
Click here to subscribe
Get the latest news on your phone: join our WhatsApp Channel
Enter your email to get our stories before anyone else
Read more about ferry fares
Click here for more on the ferry
➡️ Read the full story here
🔗 Full article
You can read the original article here
Continue reading on Harbor Daily »
View original post
""",
    "related story": """\
Related: Tram Line Delayed Again
Related: Tram line delayed again as costs rise
Read also: Tram line delayed again
Read more: Tram Line Delayed Again
See also: Why the tram line is late
SEE ALSO: Ferry Workers Reject Offer
Also read: Ferry Workers Reject Offer
RELATED ARTICLE: Ferry Workers Reject Offer
Don't miss: Ferry Workers Reject Offer
Recommended: Ferry Workers Reject Offer
You may also like: Ferry Workers Reject Offer
READ NEXT: Ferry Workers Reject Offer
RELATED: Mayor faces questions over ferry contract
RELATED STORIES: Mayor faces questions over ferry contract
Related reading: Mayor faces questions over ferry contract
Related | Mayor faces questions over ferry contract
READ MORE: Mayor faces questions over ferry contract
READ: Mayor faces questions over ferry contract
MORE: Mayor faces questions over ferry contract
SEE MORE: Mayor faces questions over ferry contract
>> Mayor faces questions over ferry contract
Read Also: Mayor Faces Questions Over Ferry Contract
Also read | Mayor faces questions over ferry contract
MUST READ: Mayor faces questions over ferry contract
Trending: Mayor faces questions over ferry contract
You may also be interested in: Mayor faces questions over ferry contract
In case you missed it: Mayor faces questions over ferry contract
More on this story: Mayor faces questions over ferry contract
Read Also: Harbor Votes for Night Buses Again
Related story: Ferry fares to rise
Dig deeper: Ferry fares to rise
What to read next: Ferry fares to rise
Lesen Sie auch: Fährpreise steigen wieder
▶ Ferry strike: what we know so far
""",
    "relative date": """\
3 hours ago
Updated 5 min ago
Published 2 days ago
Posted 2 hours ago
2h ago
2h
Yesterday at 14:05
Updated just now
Published 2 Hours Ago
3 days ago · 4 min read
Night Buses Come to the Pier was last modified: May 4th, 2025 by Staff
""",
    "repeats the headline": """\
Reposted Article Title: Harbor Votes for Night Buses
""",
    "reporting credits": """\
Reporting by Ada Penn in Harbor; Editing by Bo Lim
(Reporting by Ada Penn; Editing by Bo Lim)
Additional reporting by Bo Lim.
Bo Lim contributed to this report.
Edited by Bo Lim
Reporting by Ada Penn; editing by Bo Lim
—With assistance from Bo Lim.
With files from The Canadian Press
Bo Lim contributed reporting.
Cy Moss and Bo Lim contributed to this story.
-- Bo Lim contributed to this report
Editing by Bo Lim
Reviewed by Bo Lim
Edited by: Bo Lim
Fact-checked by Bo Lim
Reuters contributed to this story.
Written by Ada Penn, a freelance journalist who follows the ferries.
""",
    "says a machine wrote it": """\
More AI-powered crypto stories on: undefined/latest
This article was written by AI.
This article was generated by artificial intelligence and reviewed by an editor.
AI-generated summary
Read more AI-generated news on: example.com/news
Generated with AI
Editor's note: This article was generated with the help of an AI tool.
This content was produced with the help of artificial intelligence.
This article was created with AI assistance and edited by our team.
Summary generated by AI
This story was auto-generated.
This news was generated automatically by a language model.
Written by ChatGPT
This article was produced with AI and checked by a human editor.
AI was used in the making of this story.
Parts of this article were generated using AI.
This summary was created by AI. It may contain mistakes.
Generated by AI, may contain errors
AI-generated summary, checked by our newsroom.
Some parts of this story were drafted by artificial intelligence and checked by an editor.
Key takeaways generated by AI
""",
    "share buttons": """\
Share
Share this article
Share on Facebook Share on Twitter
Facebook Twitter LinkedIn WhatsApp
FacebookTwitterLinkedInEmail
Share: Facebook | X | Telegram | Copy link
Tweet
Copy link
Like this article? Share it with your friends
Share Article
Share this:
Share on X (Opens in new window)
Share via Email
Share on WhatsApp Share on Telegram Share on Reddit
Click to share on Facebook (Opens in new window)
SHARE:
Share this post
Like this:
Share on X
Share with friends
Email a link to this page
Compartir
Compartir en Facebook
Print | E-mail
""",
    "source line": """\
Republished with permission from Harbor Daily.
Reposted from: The Harbor Post
Read the original story at The Harbor Post
Originally reported by The Harbor Post.
Read the full article on Harbor Daily
Republished from Harbor Daily
Re-published with permission from Harbor Daily.
Cross-posted from Harbor Daily
Crossposted at Harbor Daily
Syndicated from Harbor Daily
""",
    "source link": """\
Original article: https://harborpost.example/night-buses
Source: https://harborpost.example/night-buses
View original content: https://harborpost.example/a
View source version on businesswire.com: https://www.businesswire.com/news/home/1
Original Source: https://harbordaily.example/a
Original link: https://harbordaily.example/ferry
Original URL: https://harbordaily.example/ferry
Link: https://harbordaily.example/ferry
Canonical: https://harbordaily.example/ferry
Read at source: https://harbordaily.example/ferry
""",
    "syndication line": """\
The post Harbor Votes for Night Buses appeared first on The Harbor Post.
The post Harbor Votes for Night Buses first appeared on The Harbor Post.
This article was originally published on The Harbor Post.
This story originally appeared in The Harbor Post.
This article first appeared on Harbor Post and was republished with permission.
The post Harbor Votes for Night Buses appeared first on Harbor Daily.
The post Harbor Votes for Night Buses appeared first on BeInCrypto.
This post Harbor Votes for Night Buses first appeared on Harbor Daily
The article Harbor Votes for Night Buses was originally published by Harbor Daily.
This article is republished from Harbor Daily under a Creative Commons license.
Originally published at harbordaily.example on December 17, 2025.
This story was produced by Harbor Daily and reviewed and distributed by Stacker.
This article was first published on Harbor Daily.
Originally published March 3, 2024 by Harbor Daily.
This article first appeared in Harbor Daily.
This piece was originally featured on Harbor Daily
""",
    "tip box": """\
Got a tip? Email us at tips@harborpost.example
Do you have information about the harbor contract? Contact Ada Penn securely on Signal at 555-0101.
Have a news tip? Send it to tips@harborpost.example.
Contact the reporter at ada@harborpost.example
[email protected]
Send tips to tips@harborpost.example
Contact us: press@harbor.example
Media Contact: Ada Penn, ada@harbor.example
Tip: Send story ideas to news@harbor.example
Have a story to share? Email us at news@harbor.example.
Know something about this story? Reach out to Ada Penn via Signal at 555-0101.
Got a confidential news tip? We want to hear from you.
Help us tell the story. Send us your tips.
Contact: Ada Penn, 555-0101
Email tips to newsdesk@harbor.example
Have you been affected by this? Email newsdesk@harbor.example
You can reach Wren at apenn@harbor.example.
Email: apenn@harbor.example
Send letters to the editor to letters@harbor.example
Write to the newsroom: news@harborpost.example
""",
    "says a machine translated it": """\
Machine translated
Translated by DeepL
Traducido automáticamente del inglés. Fuente: Harbor Post
Esta es una traducción automática de un artículo del Harbor Post.
This page was machine translated from Portuguese.
""",
    "translation notice": """\
Translated from Spanish by Bo Lim
This article was translated from Spanish.
Also available in Spanish
AI-assisted translation
AI-translated text
Google Translate
Original text
Your feedback will be used to help improve Google Translate
Leer en inglés
English | Cymraeg
Also available in: Polski, Deutsch
Leer en español
Other languages: Español · Português
""",
    "trust notice": """\
Our editorial policy
Why you can trust The Harbor Post
Correction policy
Our journalism is guided by strict editorial standards.
Our reviewers independently pick each of the products shown here.
""",
    "video or audio player": """\
Listen to this article
Listen to this article · 6 min
Watch: Night buses explained
Play video
Video Player is loading.
0:00 / 3:12
Audio By Carbonatix
▶ Watch the video
Watch now
WATCH: Night buses explained
Loading the player...
00:00 / 04:12
1x
Listen
Listen · 5:12 min
Audio version
Video Duration 01 minutes 12 seconds 01:12
WATCH | Ferry fares explained
Video unavailable
Video length 2 minutes 4 seconds
Audio version: 5 minutes 10 seconds
""",
    "event promotion": """\
Join us in Kelp Bay on May 9 for the Night Bus Summit.
RSVP here
""",
    "games": """\
Play today's puzzle
Today's crossword
Sudoku
""",
    "job market": """\
Post a job
We're hiring! See open positions
Looking for a new role? Browse 200+ jobs on our board.
Search jobs in Kelp Bay
Jobs by Kelplane
""",
    "reader's tool": """\
Summarize with AI
Ask our chatbot about this story
""",
}
"""Lines by the reason for which they are dropped, wherever in a story they stand."""

STORY = """\
Our members voted, and our reporting of it was fair, the union said.
We don't have a bridge, and the ferry is late.
If you walk to the pier, please mind the ice.
This page of the ledger shows what the bank paid for our boats.
Jobs in Kelp Bay are gone.
You have eight days, and this is the story of the first.
The members you elected will read the letter on Monday.
We live by the sea, and this coverage of ice is our road.
Investors should sell, the bank says.
Give this man a boat and he will sail.
Prices were higher at the time of the vote.
Create a free port, the mayors asked.
Our journalism was never safe, the editor wrote in May.
Join us or leave, the drivers told the mayor.
Save up to $300 a year by walking, the report says.
The summary was written by a nurse.
She buys the puzzle for her father.
Follow the money and the pier makes sense.
Set against the sea, the house sank.
The job was open for a year.
It was 61 degrees at the pier.
Nurses first, he said | then the bakers, he added.
Photo finish thrilled the crowd in Harrow.
“Share it”
Adults $12, children $4
Price: $24.99
Published by Kelp Press in May, the book sold out.
Author Ada Penn moved to Harbor in 1990.
Photographs by the police show two boats.
No spam was sold in the shop.
Sign up bonuses drew nurses to the coast.
Do your own research, the doctor joked.
This video was taken by a tourist.
Next up: a vote in March, then the courts.
Graphic: that is how the judge put it.
Loading cargo took all night.
Thank you for reading my letter, he wrote to her.
Anyone with information should call Crimestoppers on 0800 555 111.
If you have seen the dog, call 555-0123.
Write to the council at Pier Road by May 3.
Died: March 3
Ada Penn, Bo Lim and two others were held.
Aldous/Oyelaran 6-4, 6-2
Save the pier and the story ends well.
Open the app and the price is gone.
Tickets cost $12 and can be bought at the door.
Our bus was late, and you could see the sea from it.
Statements made in court are protected.
No part of this town was spared.
The author held the town in high regard.
Share of voters who ride the bus every day rose to a third in the harbor survey, the council said.
Share prices of Harbor Transit rose.
Shares fell 4 percent.
Advertisement spending rose by a tenth last year.
Ads on the buses will pay for a part of the plan.
Advertising on buses was banned in May.
Related: how the parties split on the levy is a question for the spring.
Related costs were not counted in the first plan.
Read more books, the librarian told the children.
Read the plan and you find no word about the ferry.
Follow the money, said the auditor.
Follow-up talks are planned for March.
By Monday the drivers had agreed to the plan.
By Ada Penn's count, forty buses are missing.
By the time the council voted, the hall was half empty.
Photo by photo, she rebuilt the archive that the flood had taken.
Image problems have followed the mayor since the spring.
Photos of the crash show a broken rail.
Image: that is what the campaign is about, Penn said.
Sponsored by a baker, the night line opened in May.
Sponsored bills went nowhere in the spring session.
Home prices rose faster than wages.
Home is where the night bus stops, she said.
Source code for the timetable is public.
Source: the river rises in two springs above the town.
Sources close to the council said the vote was near.
Disclaimer or not, the bill passed.
The views of the harbor are the reason that visitors come.
The opinions of the judges were split.
Copyright law protects the songs, the court ruled.
Copyright 2025 figures were not yet public, the office said.
Comments from the drivers were few.
Comments by the mayor drew laughter.
Updated figures show that forty buses were bought.
Updated rules took effect in May.
Published reports of the crash were wrong, he said.
Published in 1987, the novel sold a million copies.
Three hours ago the bridge was still open, the captain said.
Two years ago, the council refused the same plan.
She left the party two years ago.
Sign up sheets for the night shift filled within an hour.
Subscribe is a word that Penn dislikes.
Subscribers of the paper fell by half.
Newsletter writers were among those who signed.
He wrote a newsletter for bakers.
Get out of here, the driver shouted.
Cookies were served after the vote.
We use cookies to reward the children, said the baker.
Tip lines rang all night after the robbery.
Got a tip? That is what the old editor asked every caller, and it made his name.
Contact between the two parties ended in May.
Contact with the ship was lost at 14:30.
Email was down for a day.
Trending now is the price of bread.
Trade unions rejected the offer.
Trade with the islands fell by a third.
Buy now, pay later firms face new rules.
Download speeds doubled in the harbor.
Watch towers line the coast.
Watch: that was the only word on the note.
Listen to the drivers, she told the council.
Play resumed after the storm.
Support for the plan grew to 60 percent.
Support our troops, the banner read.
Donate blood, the clinic asked.
Become a member of the union or lose the job: that was the choice.
Join the army, they told him.
Join us or leave, the letter read.
More from the poor, less from the rich: so critics describe the levy.
More on that point came from the auditor.
More than 500 people signed the letter.
More to come from the same office, he feared.
Most read the plan as a threat.
Latest figures show a fall.
Top stories in the tower were lost to the fire.
Editing by hand took a year.
Reporting by the drivers led to the recall.
Additional reporting by witnesses helped the police.
Ada Penn contributed to this victory more than any other player.
Ada Penn contributed two million to the fund.
Bo Lim is a reporter who was jailed in May for refusing to name her sources, and the court will hear her appeal.
This article of the treaty forbids it.
This story begins in a bakery near the pier.
This post was first held by her father.
This article was originally published in 1923, when the harbor was new.
This report was written by three engineers.
The report was generated by the council's own staff.
This letter was written by a robot, the pupils joked.
The article was written by Ada Penn.
The post he wrote first appeared on Facebook.
The post in which he apologised appeared on his page on Monday.
The story first appeared in The Harbor Post, which said the mayor knew.
It was first reported by The Harbor Post.
The video was first published by The Harbor Post on Monday.
Originally from Spain, he came as a child.
Via Roma is the longest street in the town.
From Harbor to the hill takes an hour.
Topics: that is the name of the new magazine, and it sells well.
Tags were found on the stolen bikes.
Keywords in the report point to the pier.
Bitcoin rose 2.1% to $43,210 on Tuesday.
BTC was at $43,210, up 2.1%.
The stock closed at $12.50.
42%
$2.3 million
No.
Yes.
“Yes,” she said.
“Advertisement,” he said.
“Share this article,” the sign said.
“Read more,” the teacher told them.
Why?
Here is what he told the council:
Ada Penn said:
Page 12 of the report names the contractor.
Page after page lists the dead.
1. The council will buy forty buses.
Search parties found the boat at dawn.
Search warrants were served on Monday.
Menu prices rose.
Close the port, the mayor ordered.
Next stop: the supreme court.
Next, the council turned to the ferry.
Previously, buses stopped at ten.
Save the pier, the banner read.
Print is dying, the editor said.
Print runs fell by half.
Vote counting went on all night.
Vote: 7 to 2.
Poll: 60 percent back the plan.
Breaking the rules costs forty.
Breaking: that is the sound the ice made.
Developing countries asked for more time.
Premium fares end in May.
Free trial runs of the night bus drew crowds.
Loading docks were empty.
Translated from Spanish, the name means harbor.
Translated by her daughter, the letters were read in court.
Gallery owners protested.
In brief remarks, the mayor thanked the drivers.
Summary executions were reported in the north.
Highlights of the plan include a night bus.
According to Getty Images, the picture was altered.
Reuters first reported the talks.
Getty Images sued the company in January.
Reuters, the news agency, said it stood by its story.
AP reporters saw three ships.
Twitter: that is where the feud began.
Twitter said it removed the account.
@adapenn wrote that the plan was dead.
#NightBuses became the slogan of the campaign.
The slogan was #NightBuses.
End of story, he said.
End the war, they chanted.
About the author little is known.
About 12 shares were sold.
12 comments were filed with the agency.
5,000 views were heard in the hearings.
Is this the end of the ferry?
What do you think will happen to the ferry?
What do you think? he asked the driver.
Do you have a plan? The mayor asked it of every contractor she met.
Have you seen this man? the poster asked; calls came within an hour.
If you believe the content of the letter, the port is for sale.
You may also like the old bridge, he told the tourists.
You might also like to know who paid for it.
Don't miss the point, she warned.
Recommended changes include a lower fare.
See also the case of the ferry, which the court decided in May.
Click here, said the fake message, and thousands did.
Continue reading the plan and you find the ferry on page nine.
Keep reading, the teacher urged him.
Learn more about the sea, his father told him, and you will fear it less.
All rights reserved for fishermen were abolished.
Not financial advice but a warning came from the bank.
Past performance is no guarantee, the fund wrote to its investors after the crash.
The information was not legal advice, the lawyer told the court.
The bank does not endorse products, a spokesman said after the loss.
The mayor will not be responsible for the loss, the court found.
Nothing in the letter was legal advice, the judge wrote.
Its terms are not investment advice, the regulator ruled on Monday.
The company may earn a commission on each sale, the filing shows.
Affiliates of the bank may receive compensation for our losses, the farmers said.
Our readers know that the mayor lied.
We depend on readers, the editor told the staff.
Our journalism saved lives, the editor said.
Set up as a preferred source of credit, the bank grew.
Available in English, the form confuses many.
A version of this article appears in the treaty.
A post shared by the mayor drew laughter.
View from the pier: fog.
Scan the code, the guard said.
Powered by the wind, the ferry crossed in an hour.
News provided by spies shaped the war.
Staff writers walked out.
The forged news was delivered to your inbox every day.
A scam in your inbox costs more than a stamp.
False headlines about the port sent to your inbox come from the same address.
Harbor > Hill in the rankings.
14:30
3:12
Harbor 3, Hill 1
Market cap fell.
"""
"""Lines that belong to the story, wherever in it they stand."""
